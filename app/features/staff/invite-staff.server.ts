import { randomBytes } from 'node:crypto'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import { findAgency } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { invitationDays, needsAgency } from './staff.ts'
import type { InviteStaff } from './staff.schema.ts'

/** Invites a person to the region's staff; the link goes out by mail. Throws InvalidInput where the address has an account. */
export function inviteStaff(ctx: TenantContext, input: InviteStaff): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'invite', 'StaffMember')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const taken = await coreTablesOf(ctx.db)
      .selectFrom('authUser')
      .select('id')
      .where('email', '=', input.email)
      .executeTakeFirst()
    if (taken) throw new InvalidInput({ email: 'staff:error.emailTaken' })
    const agencyId = needsAgency(input.role) ? (input.agencyId ?? null) : null
    if (agencyId && !(await findAgency(ctx, agencyId))) throw new NotFound('Agency')
    const now = ctx.clock.now()
    const invitationId = newId()
    const made = await ctx.db
      .insertInto('invitation')
      .values({
        id: invitationId,
        email: input.email,
        fullName: input.fullName,
        roles: [input.role],
        agencyId,
        locale: input.locale,
        salt: randomBytes(12).toString('base64url'),
        submissionKey: input.submissionKey,
        invitedBy: ctx.principal.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
        acceptedAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) return
    await record(ctx, {
      event: 'staff.invited',
      subjectKind: 'invitation',
      subjectId: invitationId,
      fields: Object.keys(input),
    })
  })
}
