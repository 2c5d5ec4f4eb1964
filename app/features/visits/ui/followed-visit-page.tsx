import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { getFollowedVisit } from '../visit.queries.server.ts'
import { TicketList } from './ticket-list.tsx'

interface FollowedVisitPageProps {
  readonly visit: Awaited<ReturnType<typeof getFollowedVisit>>
}

/** A visit on its person's telephone; without a script it is loaded again by the reader. */
export function FollowedVisitPage({ visit }: FollowedVisitPageProps) {
  const { t } = useTranslation('visits')
  return (
    <div className="stack">
      <PageHeading
        title={t('followed.title')}
        caption={visit.hall}
        lead={visit.over ? t('followed.over') : undefined}
      />
      <TicketList tickets={visit.tickets} />
      {visit.over ? null : <p className="muted">{t('followed.renew')}</p>}
    </div>
  )
}
