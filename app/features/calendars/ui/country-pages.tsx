import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { getCountryCalendar, getCountryChange } from '../country.queries.server.ts'
import { YearTabs } from './calendar-page.tsx'
import { ActForm, ChangeSummary } from './change-summary.tsx'
import { DaysTable } from './days-table.tsx'
import { VersionsPanel } from './versions-panel.tsx'

/** The days by which every region counts, and how they came about. */
export function CountryCalendarPage({ calendar }: { calendar: Awaited<ReturnType<typeof getCountryCalendar>> }) {
  const { t } = useTranslation('calendars')
  const { year, years, days, changes } = calendar
  return (
    <div className="stack">
      <PageHeading
        title={t('country.title')}
        lead={t('country.lead')}
        actions={<ButtonLink href={paths.countryDay()}>{t('admin.addDay')}</ButtonLink>}
      />
      <YearTabs years={years} year={year} hrefOf={paths.countryCalendar} />
      <DaysTable days={days} about="source" editHref={(day) => paths.countryDay({ day: day.iso })} />
      <VersionsPanel versions={changes} hrefOf={(id) => paths.countryChange(id)} />
    </div>
  )
}

type Change = Awaited<ReturnType<typeof getCountryChange>>

/** A change of the country's calendar: how many appeals of each region it moves. */
export function CountryChangePage({ change, submissionKey }: { change: Change; submissionKey: string }) {
  const { t } = useTranslation('calendars')
  const { id, state, version } = change
  const form = { version, submissionKey }
  return (
    <ChangeSummary change={change} back={paths.countryCalendar()}>
      {state === 'announced' || state === 'applied' ? <RegionCounts change={change} /> : null}
      {state === 'draft' || state === 'announced' ? (
        <Panel>
          <div className="stack">
            {state === 'draft' ? (
              <ActForm intent="announce" label={t('country.announce')} hint={t('country.announceHint')} {...form} />
            ) : (
              <ActForm intent="apply" label={t('change.apply')} hint={t('country.applyHint')} {...form} />
            )}
            <div className="cluster">
              {state === 'draft' ? (
                <ButtonLink href={paths.countryDay({ change: id })} variant="secondary">
                  {t('change.addDay')}
                </ButtonLink>
              ) : null}
              <ActForm intent="discard" label={t('change.discard')} variant="quiet" {...form} />
            </div>
          </div>
        </Panel>
      ) : null}
      {state === 'applied' ? (
        <Panel>
          <ActForm
            intent="takeBack"
            label={t('change.takeBack')}
            hint={t('change.takeBackHint')}
            variant="secondary"
            {...form}
          />
        </Panel>
      ) : null}
    </ChangeSummary>
  )
}

function RegionCounts({ change: { regions } }: { change: Change }) {
  const { t } = useTranslation('calendars')
  return (
    <Panel title={t('country.regions')}>
      <DataTable
        caption={t('country.regions')}
        captionHidden
        rows={regions}
        rowKey={(region) => region.slug}
        columns={[
          { key: 'region', header: t('country.region'), rowHeader: true, cell: (region) => region.name },
          ...(['open', 'later', 'earlier'] as const).map((count) => ({
            key: count,
            header: t(`change.${count}`),
            align: 'end' as const,
            width: 'min' as const,
            cell: (region: Change['regions'][number]) => (region.counts ? String(region.counts[count]) : '–'),
          })),
          {
            key: 'state',
            header: t('versions.state'),
            width: 'min',
            cell: (region) =>
              region.applied ? (
                <StatusTag tone="good" text={t('country.isApplied')} />
              ) : (
                <StatusTag tone="info" text={region.counts ? t('country.ready') : t('country.counting')} />
              ),
          },
        ]}
      />
      {regions.every(({ counts }) => counts) ? null : <p className="muted">{t('country.waiting')}</p>}
    </Panel>
  )
}
