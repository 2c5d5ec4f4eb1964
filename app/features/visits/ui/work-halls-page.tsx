import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listWorkHalls } from '../reception.queries.server.ts'

interface WorkHallsPageProps {
  readonly halls: Awaited<ReturnType<typeof listWorkHalls>>
  readonly receives: boolean
  readonly serves: boolean
}

/** In which hall somebody works today, and as what. */
export function WorkHallsPage({ halls, receives, serves }: WorkHallsPageProps) {
  const { t } = useTranslation('visits')
  return (
    <div className="stack">
      <PageHeading title={t('halls.title')} lead={t('halls.lead')} />
      {halls.length === 0 ? <EmptyState title={t('halls.empty')} /> : null}
      {halls.map((hall) => (
        <Panel key={hall.id} title={hall.name}>
          <div className="stack">
            <p>{hall.address}</p>
            <p className="muted">{t('halls.waiting', { count: String(hall.waiting) })}</p>
            <div className="cluster">
              {serves ? <ButtonLink href={paths.deskConsole(hall.id)}>{t('halls.desk')}</ButtonLink> : null}
              {receives ? <ButtonLink href={paths.reception(hall.id)}>{t('halls.reception')}</ButtonLink> : null}
            </div>
          </div>
        </Panel>
      ))}
    </div>
  )
}
