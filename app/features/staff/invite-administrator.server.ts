import { randomBytes } from 'node:crypto'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { invitationDays } from './staff.ts'

interface FirstAdministrator {
  readonly email: string
  readonly fullName: string
  readonly locale: LocaleCode
}

/** Invites who sets a new region up, in the platform's name; once for each `setupId`, however often it is done. */
export function inviteAdministrator(ctx: TenantContext, setupId: string, person: FirstAdministrator): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    const id = newId()
    const made = await ctx.db
      .insertInto('invitation')
      .values({
        id,
        ...person,
        roles: ['regionAdmin'],
        agencyId: null,
        salt: randomBytes(12).toString('base64url'),
        submissionKey: setupId,
        invitedBy: null,
        createdAt: now,
        expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
        acceptedAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) return
    await record(ctx, { event: 'staff.invited', subjectKind: 'invitation', subjectId: id, fields: ['email', 'roles'] })
  })
}
