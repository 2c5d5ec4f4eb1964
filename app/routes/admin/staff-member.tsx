import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/core/i18n/use-translation.ts'
import { colleagueHas } from '#app/features/accounts/colleague.queries.server.ts'
import { ColleagueFactorPanel } from '#app/features/accounts/ui/colleague-factor-panel.tsx'
import { actWork } from '#app/features/acts/public.server.ts'
import { answerDraftWork, mentionWork } from '#app/features/appeals/public.server.ts'
import { translationWork } from '#app/features/translations/public.server.ts'
import { listAdminAgencies } from '#app/features/agencies/agency-admin.queries.server.ts'
import { EditPage } from '#app/features/changes/ui/edit-page.tsx'
import { StatePanel } from '#app/features/changes/ui/state-panel.tsx'
import { listColleagues } from '#app/features/staff/colleagues.queries.server.ts'
import { changeStaffMember } from '#app/features/staff/change-staff-member.server.ts'
import { retireStaffMember } from '#app/features/staff/retire-staff-member.server.ts'
import { getStaffMember } from '#app/features/staff/staff.queries.server.ts'
import { staffRows } from '#app/features/staff/staff-rows.server.ts'
import { ChangeStaffMember, RetireStaffMember } from '#app/features/staff/staff.schema.ts'
import { OpenWorkFields } from '#app/features/staff/ui/open-work-fields.tsx'
import { MemberForm } from '#app/features/staff/ui/member-form.tsx'
import { RetireRow } from '#app/core/changes/changes.schema.ts'
import { countOpenWork } from '#app/core/open-work.ts'
import { bringRowBack } from '#app/core/changes/ordered.server.ts'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

/** What stays open behind somebody who leaves. */
const works = [answerDraftWork, actWork, translationWork, mentionWork]

export const loader = staffLoader(async (ctx, { staffMemberId = '' }, request) => {
  const member = await getStaffMember(ctx, staffMemberId)
  const agencies = await listAdminAgencies(ctx)
  return {
    title: member.fullName,
    submissionKey: randomUUID(),
    member,
    // One's own stands on one's own pages, and who works here no more signs in with nothing.
    has: member.isSelf || member.retired ? undefined : await colleagueHas(ctx, staffMemberId),
    open: member.retired ? {} : await countOpenWork(ctx, works, staffMemberId),
    colleagues: member.retired ? [] : await listColleagues(ctx, member),
    reset: new URL(request.url).searchParams.get('note') === 'reset',
    agencies: agencies.filter(({ id, retired }) => !retired || id === member.agencyId),
  }
})

export const action = staffAction({
  change: form(ChangeStaffMember, async (ctx, { staffMemberId = '' }, input) =>
    redirect(paths.staffMember(staffMemberId, await changeStaffMember(ctx, staffMemberId, input))),
  ),
  retire: form(RetireStaffMember, async (ctx, { staffMemberId = '' }, input) =>
    redirect(paths.staffMember(staffMemberId, await retireStaffMember(ctx, staffMemberId, input, works))),
  ),
  bringBack: form(RetireRow, async (ctx, { staffMemberId = '' }, input) =>
    redirect(paths.staffMember(staffMemberId, await bringRowBack(ctx, staffRows, staffMemberId, input))),
  ),
})

export default function StaffMember() {
  const { t } = useTranslation('staff')
  const { member, has, reset, agencies, open, colleagues, submissionKey } = useLoaderData<typeof loader>()
  const { fullName, email, retired, version, isSelf } = member
  return (
    <EditPage title={fullName} caption={email} back={{ href: paths.staff(), label: t('list.title') }} retired={retired}>
      <MemberForm member={member} agencies={agencies} submissionKey={submissionKey} />
      {has ? <ColleagueFactorPanel staffMemberId={member.id} has={has} reset={reset} /> : null}
      <StatePanel
        retired={retired}
        version={version}
        submissionKey={submissionKey}
        hint={t('member.retireHint')}
        held={isSelf ? t('member.self') : undefined}
      >
        <OpenWorkFields open={open} colleagues={colleagues} />
      </StatePanel>
    </EditPage>
  )
}
