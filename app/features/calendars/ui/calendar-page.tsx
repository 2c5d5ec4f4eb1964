import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TabLinks } from '#app/ui/tab-links.tsx'
import type { getCalendar } from '../calendar-admin.queries.server.ts'
import { DaysTable } from './days-table.tsx'
import { VersionsPanel } from './versions-panel.tsx'

/** By what days and hours a region counts its terms, and how that came about. */
export function CalendarPage({ calendar }: { calendar: Awaited<ReturnType<typeof getCalendar>> }) {
  const { t } = useTranslation('calendars')
  const { year, years, days, hours, changes } = calendar
  return (
    <div className="stack">
      <PageHeading
        title={t('admin.title')}
        lead={t('admin.lead')}
        actions={<ButtonLink href={paths.calendarDay()}>{t('admin.addDay')}</ButtonLink>}
      />
      <YearTabs years={years} year={year} hrefOf={paths.calendar} />
      <DaysTable
        days={days}
        about="whose"
        editHref={(day) => (day.own ? paths.calendarDay({ day: day.iso }) : undefined)}
      />
      <Panel
        title={t('hours.title')}
        actions={
          <ButtonLink href={paths.calendarHours()} variant="secondary" small>
            {t('hours.change')}
          </ButtonLink>
        }
      >
        <SummaryList
          items={[
            ...hours.week.map(({ day, intervals }) => ({
              term: t(`weekday.${day}`),
              description: intervals || t('hours.free'),
            })),
            { term: t('hours.dayEnd'), description: hours.dayEnd },
            { term: t('hours.innerDays'), description: String(hours.innerDays) },
          ]}
        />
      </Panel>
      <VersionsPanel versions={changes} hrefOf={(id) => paths.calendarChange(id)} />
    </div>
  )
}

interface YearTabsProps {
  readonly years: readonly string[]
  readonly year: string
  readonly hrefOf: (year: string) => string
}

export function YearTabs({ years, year, hrefOf }: YearTabsProps) {
  const { t } = useTranslation('calendars')
  return (
    <TabLinks
      label={t('admin.tabs')}
      tabs={years.map((one) => ({ href: hrefOf(one), label: one, current: one === year }))}
    />
  )
}
