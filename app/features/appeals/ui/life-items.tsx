import type { TFunction } from 'i18next'
import type { Step, ToldEvent } from '../timeline.ts'

/** Steps of an appeal's life in whole sentences, for the person who brought it. */
export function lifeItems(t: TFunction<'appeals'>, steps: readonly Step<ToldEvent>[]) {
  return steps.map(({ id, event, at, agency, withdrawn, registeredOn, due, why, part, act, note }) => ({
    id,
    title: t(`life.${event}`),
    when: at,
    body: withPart(
      [
        act && `${t('life.act')}: ${act.number}`,
        agency && `${t('life.agency')}: ${agency}`,
        withdrawn ? t('life.taken') : '',
        registeredOn && `${t('receipt.registeredOn')}: ${registeredOn}`,
        due && `${t('receipt.dueOn')}: ${due.from} → ${due.to}`,
        why && (act ? why.join('; ') : `${t('deadline.reason')}: ${why.join('; ')}`),
      ]
        .filter(Boolean)
        .join(' · '),
      part ? `${t('life.part')}: ${part}` : note,
    ),
    tone:
      withdrawn || event === 'withdrawn'
        ? ('neutral' as const)
        : event === 'answered' || event === 'partAnswered'
          ? ('good' as const)
          : ('info' as const),
  }))
}

/** A line, and under it what of the appeal it is about. */
function withPart(line: string, part: string | undefined) {
  if (!part) return line
  return (
    <>
      <p>{line}</p>
      <p className="pre-line">{part}</p>
    </>
  )
}
