import type { ReactNode } from 'react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { getCalendarChange } from '../calendar-admin.queries.server.ts'
import { ActForm, ChangeSummary } from './change-summary.tsx'

interface CalendarChangePageProps {
  readonly change: Omit<Awaited<ReturnType<typeof getCalendarChange>>, 'change'>
  readonly submissionKey: string
  /** What it would move; nothing where it has. */
  readonly preview: ReactNode
}

/** A change of the region's calendar: what it moves before it is applied, and how far it has come after that. */
export function CalendarChangePage({ change, submissionKey, preview }: CalendarChangePageProps) {
  const { t } = useTranslation('calendars')
  const { id, state, origin, version, moved, postponed } = change
  const form = { version, submissionKey }
  return (
    <ChangeSummary change={change} back={paths.calendar()}>
      {state === 'announced' ? <Banner title={t('change.announcedHint')} /> : null}
      {state === 'moving' ? (
        <Banner title={t('change.moving', { number: moved })}>
          <p>{t('country.waiting')}</p>
        </Banner>
      ) : null}
      {state === 'applied' ? <Banner tone="success" title={t('change.applied', { moved, postponed })} /> : null}
      {preview}
      {state === 'draft' ? (
        <Panel>
          <div className="stack">
            <ActForm intent="apply" label={t('change.apply')} hint={t('change.applyHint')} {...form} />
            <div className="cluster">
              <ButtonLink href={paths.calendarDay({ change: id })} variant="secondary">
                {t('change.addDay')}
              </ButtonLink>
              <ActForm intent="discard" label={t('change.discard')} variant="quiet" {...form} />
            </div>
          </div>
        </Panel>
      ) : null}
      {state === 'applied' && origin === 'region' ? (
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
