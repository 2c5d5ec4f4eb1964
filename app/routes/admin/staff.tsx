import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { resendInvitation, withdrawInvitation } from '#app/features/staff/handle-invitation.server.ts'
import { inviteStaff } from '#app/features/staff/invite-staff.server.ts'
import { HandleInvitation, InviteStaff } from '#app/features/staff/staff.schema.ts'
import { staffWishOf } from '#app/features/staff/staff.ts'
import { listInvitations, listStaff } from '#app/features/staff/staff.queries.server.ts'
import { StaffListPage } from '#app/features/staff/ui/staff-list-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx, _params, request) => {
  const wish = staffWishOf(request)
  return {
    title: ctx.t('staff:list.title'),
    submissionKey: randomUUID(),
    wish,
    staff: await listStaff(ctx, wish),
    invitations: await listInvitations(ctx),
    agencies: await listAgencies(ctx),
  }
})

export const action = staffAction({
  '': form(InviteStaff, async (ctx, _params, input) => {
    await inviteStaff(ctx, input)
    return redirect(paths.staff())
  }),
  resend: form(HandleInvitation, async (ctx, _params, input) =>
    redirect(paths.withNotice(paths.staff(), await resendInvitation(ctx, input))),
  ),
  withdraw: form(HandleInvitation, async (ctx, _params, input) =>
    redirect(paths.withNotice(paths.staff(), await withdrawInvitation(ctx, input))),
  ),
})

export default function Staff() {
  return <StaffListPage {...useLoaderData<typeof loader>()} />
}
