import type { TFunction } from 'i18next'
import type { Step } from '../timeline.ts'

/** Steps of an appeal's life as the timeline shows them. */
export function timelineItems(t: TFunction<'appeals'>, steps: readonly Step[]) {
  return steps.map((step) => ({
    id: step.id,
    title: t(`tracked.${step.event}`),
    when: step.at,
    body: bodyOf(t, step),
    tone: toneOf(step),
  }))
}

function bodyOf(t: TFunction<'appeals'>, step: Step) {
  const { event, agency, withdrawn, late, registeredOn, due, why, by, note, part, act } = step
  const line = [
    act && `${t('life.act')}: ${act.number}`,
    agency,
    withdrawn && t('desk.withdrawn'),
    late && t('desk.forwardedLate'),
    registeredOn && `${t('receipt.registeredOn')}: ${registeredOn}`,
    due && `${t('receipt.dueOn')}: ${due.from} → ${due.to}`,
    why && (act ? why.join('; ') : `${t('deadline.reason')}: ${why.join('; ')}`),
    by,
  ]
    .filter(Boolean)
    .join(' · ')
  if (part)
    return (
      <>
        <p className="muted">{line}</p>
        <p className="pre-line">{part}</p>
      </>
    )
  if (note === undefined) return line
  return (
    <>
      <p className="muted">
        {[line, (event === 'noteAdded' || event === 'answerReturned') && t('notes.internal')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="pre-line">{note}</p>
    </>
  )
}

function toneOf({ event, withdrawn, late, note }: Step) {
  if (late || event === 'contested' || event === 'reopenRequested') return 'warn' as const
  if (withdrawn || note !== undefined || event === 'answerDrafted') return 'neutral' as const
  return event === 'answered' || event === 'partAnswered' ? ('good' as const) : ('info' as const)
}
