import type { ClockExplained } from '#app/features/calendars/public.server.ts'
import type { Translate } from '#app/core/i18n/texts.ts'

/** One step of a clock in words, a line each. */
export function deadlineLines(
  t: Translate,
  step: ClockExplained['steps'][number],
  { receivedAt }: Pick<ClockExplained, 'receivedAt'>,
): string[] {
  const { endsOn, workingDays = 0, ground = '', weekends, suspended } = step
  const left = [
    ...(suspended.length > 0 ? [t('appeals:deadline.suspended', { days: suspended.join(', ') })] : []),
    ...(weekends.length > 0 ? [t('appeals:deadline.weekends', { days: weekends.join(', ') })] : []),
  ]
  switch (step.kind) {
    case 'start':
      if (step.rule === 'forwarded') return [t('appeals:deadline.arrived', { day: endsOn })]
      if (step.rule === 'reopened') return [t('appeals:deadline.reopened', { day: endsOn })]
      return [
        ...(step.rule === 'afterHours' ? [t('appeals:deadline.afterHours', { when: receivedAt })] : []),
        ...(step.rule === 'freeDay' ? [t('appeals:deadline.freeDay', { when: receivedAt })] : []),
        t('appeals:deadline.registered', { day: endsOn }),
      ]
    case 'term':
      return [
        t('appeals:deadline.term', { days: workingDays, from: step.appliesFrom ?? '' }),
        t('appeals:deadline.first', { day: step.firstDay ?? '' }),
        ...left,
      ]
    case 'inner':
      return [t('appeals:deadline.inner', { days: workingDays, day: endsOn })]
    case 'extension':
      return [t('appeals:deadline.extension', { day: endsOn, ground })]
    case 'suspension':
      return [t('appeals:deadline.suspension', { day: endsOn, ground }), ...left]
  }
}
