import type { TFunction } from 'i18next'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { ClockExplained } from '#app/features/calendars/public.server.ts'
import { Details } from '#app/ui/details.tsx'
import type { ExplainedClocks } from '../explain-clocks.server.ts'

/** How the due dates were counted, day by day, for who wants to count them again. */
export function DeadlineDetails({ clocks: { overall, bodies } }: { clocks: ExplainedClocks }) {
  const { t } = useTranslation('appeals')
  return (
    <>
      {overall ? (
        <Details summary={t('deadline.summary')}>
          <Clock clock={overall} />
        </Details>
      ) : null}
      {bodies.map(({ id, agency, clock }) => (
        <Details key={id} summary={t('deadline.body', { agency })}>
          <Clock clock={clock} />
        </Details>
      ))}
    </>
  )
}

function Clock({ clock }: { clock: ClockExplained }) {
  const { t } = useTranslation('appeals')
  return (
    <>
      <ul>
        {clock.steps
          .flatMap((step) => linesOf(t, step, clock))
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <Days title={t('deadline.holidays')} days={clock.steps.flatMap(({ holidays }) => holidays)} />
      <Days title={t('deadline.worked')} days={clock.steps.flatMap(({ worked }) => worked)} />
      <p>{t('deadline.last', { day: clock.dueOn, time: clock.until })}</p>
    </>
  )
}

/** One step in words. */
function linesOf(
  t: TFunction<'appeals'>,
  step: ClockExplained['steps'][number],
  { receivedAt }: ClockExplained,
): string[] {
  const { endsOn, workingDays = 0, ground = '', weekends, suspended } = step
  const left = [
    ...(suspended.length > 0 ? [t('deadline.suspended', { days: suspended.join(', ') })] : []),
    ...(weekends.length > 0 ? [t('deadline.weekends', { days: weekends.join(', ') })] : []),
  ]
  switch (step.kind) {
    case 'start':
      if (step.rule === 'forwarded') return [t('deadline.arrived', { day: endsOn })]
      if (step.rule === 'reopened') return [t('deadline.reopened', { day: endsOn })]
      return [
        ...(step.rule === 'afterHours' ? [t('deadline.afterHours', { when: receivedAt })] : []),
        ...(step.rule === 'freeDay' ? [t('deadline.freeDay', { when: receivedAt })] : []),
        t('deadline.registered', { day: endsOn }),
      ]
    case 'term':
      return [
        t('deadline.term', { days: workingDays, from: step.appliesFrom ?? '' }),
        t('deadline.first', { day: step.firstDay ?? '' }),
        ...left,
      ]
    case 'inner':
      return [t('deadline.inner', { days: workingDays, day: endsOn })]
    case 'extension':
      return [t('deadline.extension', { day: endsOn, ground })]
    case 'suspension':
      return [t('deadline.suspension', { day: endsOn, ground }), ...left]
  }
}

function Days({ title, days }: { title: string; days: ClockExplained['steps'][number]['holidays'] }) {
  if (days.length === 0) return null
  return (
    <>
      <p>{title}</p>
      <ul>
        {days.map(({ day, name }) => (
          <li key={day}>{name ? `${day}: ${name}` : day}</li>
        ))}
      </ul>
    </>
  )
}
