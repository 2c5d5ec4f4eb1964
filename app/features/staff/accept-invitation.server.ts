import { addAccount } from '#app/core/access/accounts.server.ts'
import { refuseWeakPassword } from '#app/core/access/refuse-weak-password.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addStaffMember } from './add-staff-member.server.ts'
import { findInvitation, whySpent } from './invitation.server.ts'
import type { AcceptInvitation } from './staff.schema.ts'

/**
 * Makes an account and a staff member of an invitation. Returns the address to sign in with.
 * Throws NotFound for a link that never opened anything, Refusal for one that was taken up or is too old, InvalidInput
 * for a weak password or where the address has an account meanwhile.
 */
export async function acceptInvitation(ctx: TenantContext, id: string, input: AcceptInvitation): Promise<string> {
  const invited = await findInvitation(ctx, id, input.token)
  if (!invited) throw await closed(ctx, id, input)
  const { slug, name } = ctx.tenant
  await refuseWeakPassword(input.password, [invited.fullName, invited.email, slug, ...Object.values(name)])
  const passwordHash = await ctx.identity.hash(input.password)
  return inTransaction(ctx, async (ctx) => {
    const invitation = await findInvitation(ctx, id, input.token, { lock: true })
    if (!invitation) throw await closed(ctx, id, input)
    const { email, fullName } = invitation
    const userId = await addAccount(ctx, { email, name: fullName, passwordHash })
    if (!userId) throw new InvalidInput({ password: 'staff:error.emailTaken' })
    const staffMemberId = await addStaffMember(ctx, userId, invitation)
    await ctx.db.updateTable('invitation').set({ acceptedAt: ctx.clock.now() }).where('id', '=', id).execute()
    await record(ctx, {
      event: 'staff.joined',
      subjectKind: 'staffMember',
      subjectId: staffMemberId,
      refs: { invitationId: id },
    })
    return email
  })
}

async function closed(ctx: TenantContext, id: string, { token }: AcceptInvitation): Promise<Error> {
  return (await whySpent(ctx, id, token)) ? new Refusal('staff:error.linkUsed') : new NotFound('Invitation')
}
