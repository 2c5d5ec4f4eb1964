import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { invitationDays } from './staff.ts'
import { invitationRows } from './staff-rows.server.ts'
import type { HandleInvitation } from './staff.schema.ts'

/** Sends an invitation once more, valid for its full time from now. Throws NotFound, Refusal for one taken up meanwhile. */
export const resendInvitation = (ctx: TenantContext, input: HandleInvitation): Promise<string | undefined> =>
  setEnd(ctx, 'staff.invited', input, new Date(ctx.clock.now().getTime() + invitationDays * 86_400_000))

/** Lets the link of an invitation open nothing from now on. Throws NotFound, Refusal for one taken up meanwhile. */
export const withdrawInvitation = (ctx: TenantContext, input: HandleInvitation): Promise<string | undefined> =>
  setEnd(ctx, 'staff.invitationWithdrawn', input, ctx.clock.now())

function setEnd(ctx: TenantContext, event: string, input: HandleInvitation, expiresAt: Date) {
  return makeChange(ctx, { event, may: 'StaffMember', input }, async (ctx, change) => {
    const invitation = await lockRow(ctx, invitationRows, input.invitationId)
    mustBeSameVersion(invitation, input.version)
    await change.update(invitationRows, invitation, { expiresAt })
    return { kind: 'invitation', id: invitation.id }
  })
}
