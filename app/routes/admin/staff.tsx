import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { inviteStaff } from '#app/features/staff/invite-staff.server.ts'
import { InviteStaff } from '#app/features/staff/staff.schema.ts'
import { listInvitations, listStaff } from '#app/features/staff/staff.queries.server.ts'
import { StaffListPage } from '#app/features/staff/ui/staff-list-page.tsx'
import { form, staffAction, staffLoader } from '#app/core/http/routes.server.ts'
import { paths } from '#app/core/paths.ts'

export const loader = staffLoader(async (ctx) => ({
  title: ctx.t('staff:list.title'),
  submissionKey: randomUUID(),
  staff: await listStaff(ctx),
  invitations: await listInvitations(ctx),
  agencies: await listAgencies(ctx),
}))

export const action = staffAction(
  form(InviteStaff, async (ctx, _params, input) => {
    await inviteStaff(ctx, input)
    return redirect(paths.staff())
  }),
)

export default function Staff() {
  return <StaffListPage {...useLoaderData<typeof loader>()} />
}
