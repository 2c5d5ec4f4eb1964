import { useSearchParams } from '@remix-run/react'
import { useReplySummary } from '#app/core/http/form-reply.ts'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { paths } from '#app/core/paths.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notification } from '#app/ui/notification.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { getReception } from '../reception.queries.server.ts'
import { QueueTable } from './queue-table.tsx'
import { VisitForm } from './visit-form.tsx'

type ReceptionPageProps = Awaited<ReturnType<typeof getReception>> & { readonly submissionKey: string }

/** The reception of a hall: a visit is opened in a few seconds, and who waits is seen beside. */
export function ReceptionPage({ hall, services, groups, queue, submissionKey }: ReceptionPageProps) {
  const { t } = useTranslation('visits')
  const { t: common } = useTranslation('common')
  const done = useSearchParams()[0].get('done')
  return (
    <div className="stack">
      <PageHeading
        title={hall.name}
        caption={t('reception.title')}
        back={{ href: paths.workHalls(), label: t('halls.title') }}
      />
      <ErrorSummary title={common('error.summary')} errors={useReplySummary()} />
      {done === 'withdrawn' || done === 'cameBack' ? <Notification text={t(`done.${done}`)} /> : null}
      <VisitForm services={services} groups={groups} submissionKey={submissionKey} />
      <Panel title={t('queue.title')}>
        <QueueTable rows={queue} services={services} hallId={hall.id} />
      </Panel>
    </div>
  )
}
