import { coreTablesOf } from '#db/sql/core-tables.ts'
import { dropResets } from '#app/core/access/accounts.server.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import type { AnyContext, TenantContext } from '#app/core/context.ts'
import { Refusal, SignInNeeded } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ResetSecondFactor } from './accounts.schema.ts'
import { dropChallenges } from './challenges.server.ts'
import { besidePassword, getColleague } from './colleague.queries.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { takeCode } from './take-code.server.ts'

/**
 * Takes a colleague's second factor away: app, recovery codes and passkeys. Every session ends and every mailed link to a
 * new password, so the way back begins with the password and leads to a new app. Asks for the administrator's own password
 * and code. Throws ForbiddenError, NotFound, InvalidInput, TooManyTries, and Refusal where there is nothing to take away.
 */
export async function resetSecondFactor(
  ctx: TenantContext,
  staffMemberId: string,
  input: ResetSecondFactor,
): Promise<void> {
  const { signedIn } = ctx
  if (!signedIn) throw new SignInNeeded()
  await getColleague(ctx, staffMemberId)
  await confirmPassword({ ...ctx, signedIn }, input.currentPassword)
  await ctx.limits.count('codeByAccount', signedIn.sessionId)
  await inTransaction(ctx, async (ctx) => {
    const { userId } = await getColleague(ctx, staffMemberId, { lock: true })
    await lockSecondFactors(ctx, [signedIn.userId, userId])
    const { app, passkeys } = await besidePassword(ctx, userId)
    if (!app && passkeys === 0) throw new Refusal('accounts:error.nothingToReset')
    await takeCode(ctx, signedIn.userId, input.secondFactorCode)
    await takeAway(ctx, userId, { staffMemberId })
  })
  await ctx.limits.forgive('codeByAccount', signedIn.sessionId)
}

/** Takes a person's second factor away with all sessions and mailed links, and records it, in the caller's transaction. */
export async function takeAway(ctx: AnyContext, userId: string, refs: Readonly<Record<string, string>>): Promise<void> {
  await dropSecondFactor(ctx, userId)
  await endSessions(ctx, userId)
  await dropResets(ctx.db, userId)
  await record(ctx, { event: 'account.secondFactorReset', subjectKind: 'account', subjectId: userId, refs })
}

/** Always in one order: two administrators who reset each other must not wait for each other. */
export async function lockSecondFactors(ctx: AnyContext, userIds: readonly string[]): Promise<void> {
  await coreTablesOf(ctx.db)
    .selectFrom('authSecondFactor')
    .select('userId')
    .where('userId', 'in', [...userIds])
    .orderBy('userId')
    .forUpdate()
    .execute()
}

/** Leaves of a person's second factor nothing but the demand for a new one, inside the caller's transaction. */
async function dropSecondFactor(ctx: AnyContext, userId: string): Promise<void> {
  const db = coreTablesOf(ctx.db)
  const now = ctx.clock.now()
  const nothing = { secret: null, proposedSecret: null, confirmedAt: null, demandedAt: now, updatedAt: now }
  await db
    .insertInto('authSecondFactor')
    .values({ userId, ...nothing })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(nothing))
    .execute()
  await db.deleteFrom('authRecoveryCode').where('userId', '=', userId).execute()
  await db.deleteFrom('authPasskey').where('userId', '=', userId).execute()
  // A browser that waits with a right password, or for a passkey, begins anew as well.
  await dropChallenges(ctx, userId)
}
