import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { SessionItem } from '../sessions.server.ts'

/** Where a person's account is open. */
export function SessionsPage({ sessions, ended }: { sessions: readonly SessionItem[]; ended: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <div className="stack">
      <PageHeading
        title={t('sessions.title')}
        lead={t('sessions.lead')}
        back={{ href: paths.account(), label: t('account.back') }}
      />
      {ended ? <Banner tone="success" title={t('sessions.ended')} /> : null}
      <DataTable
        caption={t('sessions.title')}
        captionHidden
        rows={[...sessions]}
        rowKey={(session) => session.id}
        columns={[
          { key: 'device', header: t('sessions.device'), rowHeader: true, cell: (session) => session.device },
          { key: 'since', header: t('sessions.since'), width: 'min', cell: (session) => session.since },
          { key: 'seen', header: t('sessions.seen'), width: 'min', cell: (session) => session.seenOn },
          {
            key: 'end',
            header: t('sessions.end'),
            headerHidden: true,
            width: 'min',
            cell: (session) =>
              session.here ? (
                <StatusTag tone="good" text={t('sessions.here')} />
              ) : (
                <PostForm intent="revoke">
                  <HiddenFields values={{ sessionId: session.id }} />
                  <Button variant="secondary" small about={`${session.device}, ${session.since}`}>
                    {t('sessions.end')}
                  </Button>
                </PostForm>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <PostForm intent="revokeOthers">
          <Button variant="secondary">{t('sessions.endOthers')}</Button>
        </PostForm>
      ) : null}
    </div>
  )
}
