import type { TFunction } from 'i18next'
import type { Step, ToldEvent } from '../timeline.ts'

/** Steps of an appeal's life in whole sentences, for the person who brought it. */
export function lifeItems(t: TFunction<'appeals'>, steps: readonly Step<ToldEvent>[]) {
  return steps.map(({ id, event, at, agency, withdrawn, registeredOn, due, why }) => ({
    id,
    title: t(`life.${event}`),
    when: at,
    body: [
      agency && `${t('life.agency')}: ${agency}`,
      withdrawn ? t('life.taken') : '',
      registeredOn && `${t('receipt.registeredOn')}: ${registeredOn}`,
      due && `${t('receipt.dueOn')}: ${due.from} → ${due.to}`,
      why && `${t('deadline.reason')}: ${why.join('; ')}`,
    ]
      .filter(Boolean)
      .join(' · '),
    tone:
      withdrawn || event === 'withdrawn'
        ? ('neutral' as const)
        : event === 'answered'
          ? ('good' as const)
          : ('info' as const),
  }))
}
