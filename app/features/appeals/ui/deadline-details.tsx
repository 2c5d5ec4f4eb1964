import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { ClockExplained } from '#app/features/calendars/public.server.ts'
import type { Translate } from '#app/core/i18n/texts.ts'
import { Details } from '#app/ui/details.tsx'
import { deadlineLines } from '../deadline-lines.ts'
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
          .flatMap((step) => deadlineLines(t as unknown as Translate, step, clock))
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
