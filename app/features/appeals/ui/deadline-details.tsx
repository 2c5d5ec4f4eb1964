import { useTranslation } from '#app/core/i18n/use-translation.ts'
import type { DeadlineExplained } from '#app/features/calendars/public.server.ts'
import { Details } from '#app/ui/details.tsx'

/** How the due date was counted, day by day, for who wants to count it again. */
export function DeadlineDetails({ deadline }: { deadline: DeadlineExplained }) {
  const { t } = useTranslation('appeals')
  const { holidays, workedWeekends } = deadline
  const named = (days: DeadlineExplained['holidays']) => (
    <ul>
      {days.map(({ day, name }) => (
        <li key={day}>{name ? `${day}: ${name}` : day}</li>
      ))}
    </ul>
  )
  return (
    <Details summary={t('deadline.summary')}>
      <ul>
        <li>{t('deadline.registered', { day: deadline.registeredOn })}</li>
        <li>{t('deadline.first', { day: deadline.firstDay })}</li>
        <li>{t('deadline.term', { days: deadline.workingDays })}</li>
        <li>{t('deadline.weekends', { days: deadline.weekendDays })}</li>
        <li>{t('deadline.last', { day: deadline.lastDay, time: deadline.until })}</li>
      </ul>
      {holidays.length > 0 ? (
        <>
          <p>{t('deadline.holidays')}</p>
          {named(holidays)}
        </>
      ) : null}
      {workedWeekends.length > 0 ? (
        <>
          <p>{t('deadline.worked')}</p>
          {named(workedWeekends)}
        </>
      ) : null}
    </Details>
  )
}
