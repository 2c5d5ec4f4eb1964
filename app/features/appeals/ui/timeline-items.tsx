import type { TFunction } from 'i18next'
import type { Step } from '../timeline.ts'

/** Steps of an appeal's life as the timeline shows them. */
export function timelineItems(t: TFunction<'appeals'>, steps: readonly Step[]) {
  return steps.map(({ id, event, at, agency, withdrawn, registeredOn }) => ({
    id,
    title: t(`tracked.${event}`),
    when: at,
    body: [
      agency,
      withdrawn ? t('desk.withdrawn') : '',
      registeredOn && `${t('receipt.registeredOn')}: ${registeredOn}`,
    ]
      .filter(Boolean)
      .join(' · '),
    tone: withdrawn ? ('neutral' as const) : event === 'answered' ? ('good' as const) : ('info' as const),
  }))
}
