import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { useFormState, useReplySummary } from '#app/core/http/form-reply.ts'
import { PostForm } from '#app/core/http/post-form.tsx'
import { paths } from '#app/core/paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { listInvitations, StaffListPage as Page } from '../staff.queries.server.ts'
import type { StaffWish } from '../staff.ts'
import { InviteForm } from './invite-form.tsx'
import { StaffFilter } from './staff-filter.tsx'

interface StaffListPageProps {
  readonly submissionKey: string
  readonly staff: Page
  readonly wish: StaffWish
  readonly invitations: Awaited<ReturnType<typeof listInvitations>>
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** The region's people, who is invited, and the way to invite another. */
export function StaffListPage({ submissionKey, staff, wish, invitations, agencies }: StaffListPageProps) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation('common')
  const summary = useReplySummary()
  const inviting = useFormState()
  const { after, search, show, role, agencyId } = wish
  const kept = { search: search || undefined, show: show === 'retired' ? show : undefined, role, agencyId }
  return (
    <div className="stack">
      <ErrorSummary title={common('error.summary')} errors={inviting.sent ? inviting.summary : summary} />
      <PageHeading
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <div className="cluster">
            <ButtonLink href="#invite">{t('invite.title')}</ButtonLink>
            <ButtonLink href={paths.importStaff()} variant="secondary">
              {t('import.title')}
            </ButtonLink>
          </div>
        }
      />
      <StaffFilter wish={wish} agencies={agencies} />
      <DataTable
        caption={t('list.title')}
        captionHidden
        rows={[...staff.items]}
        rowKey={(member) => member.id}
        columns={[
          {
            key: 'name',
            header: t('list.name'),
            rowHeader: true,
            cell: (member) => <a href={paths.staffMember(member.id)}>{member.fullName}</a>,
          },
          { key: 'email', header: t('list.email'), cell: (member) => member.email },
          {
            key: 'role',
            header: t('list.role'),
            cell: (member) => member.roles.map((role) => t(`role.${role}`)).join(' · '),
          },
          { key: 'agency', header: t('list.agency'), cell: (member) => member.agency ?? '—' },
        ]}
        empty={<EmptyState title={t('list.empty')} />}
      />
      <Pagination
        previousHref={after ? paths.staff(kept) : undefined}
        nextHref={staff.next && paths.staff({ ...kept, after: staff.next })}
        labels={{ nav: t('list.pages'), previous: t('list.first'), next: t('list.next') }}
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
              cell: (invitation) => invitation.roles.map((role) => t(`role.${role}`)).join(' · '),
            },
            { key: 'until', header: t('invited.until'), cell: (invitation) => invitation.until },
            {
              key: 'act',
              header: t('invited.act'),
              cell: ({ id, version, fullName }) => (
                <div className="cluster">
                  {(['resend', 'withdraw'] as const).map((intent) => (
                    <PostForm key={intent} intent={intent}>
                      <HiddenFields values={{ submissionKey, invitationId: id, version: String(version) }} />
                      <Button variant="quiet" small about={fullName}>
                        {t(`invited.${intent}`)}
                      </Button>
                    </PostForm>
                  ))}
                </div>
              ),
            },
          ]}
          empty={<EmptyState title={t('invited.empty')} level={3} />}
        />
      </Panel>
      <InviteForm submissionKey={submissionKey} agencies={agencies} />
    </div>
  )
}
