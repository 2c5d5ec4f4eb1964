import { useTranslation } from 'react-i18next'
import { useFormState } from '#app/core/http/form-reply.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listInvitations, StaffListItem } from '../staff.queries.server.ts'
import { InviteForm } from './invite-form.tsx'

interface StaffListPageProps {
  readonly submissionKey: string
  readonly staff: readonly StaffListItem[]
  readonly invitations: Awaited<ReturnType<typeof listInvitations>>
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** The region's people, who is invited, and the way to invite another. */
export function StaffListPage({ submissionKey, staff, invitations, agencies }: StaffListPageProps) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation('common')
  const { summary } = useFormState()
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={summary} />
      <PageHeading title={t('list.title')} />
      <DataTable
        caption={t('list.title')}
        captionHidden
        rows={[...staff]}
        rowKey={(member) => member.id}
        columns={[
          { key: 'name', header: t('list.name'), rowHeader: true, cell: (member) => member.fullName },
          { key: 'email', header: t('list.email'), cell: (member) => member.email },
          {
            key: 'role',
            header: t('list.role'),
            cell: (member) => member.roles.map((role) => t(`role.${role}`)).join(', '),
          },
          { key: 'agency', header: t('list.agency'), cell: (member) => member.agency ?? '—' },
        ]}
        empty={<EmptyState title={t('list.empty')} />}
      />
      <Panel title={t('invited.title')}>
        <DataTable
          caption={t('invited.title')}
          captionHidden
          rows={[...invitations]}
          rowKey={(invitation) => invitation.id}
          columns={[
            { key: 'name', header: t('list.name'), rowHeader: true, cell: (invitation) => invitation.fullName },
            { key: 'email', header: t('list.email'), cell: (invitation) => invitation.email },
            {
              key: 'role',
              header: t('list.role'),
              cell: (invitation) => invitation.roles.map((role) => t(`role.${role}`)).join(', '),
            },
            { key: 'until', header: t('invited.until'), cell: (invitation) => invitation.until },
          ]}
          empty={<EmptyState title={t('invited.empty')} level={3} />}
        />
      </Panel>
      <InviteForm submissionKey={submissionKey} agencies={agencies} />
    </div>
  )
}
