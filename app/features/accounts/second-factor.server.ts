import { coreTablesOf } from '#db/sql/core-tables.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import type { AnyContext, PersonContext } from '#app/core/context.ts'
import { InvalidInput, Refusal } from '#app/core/errors.ts'
import { seal } from '#app/core/sealed.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { needsSecondFactor } from './account.ts'
import type { ConfirmSecondFactor } from './accounts.schema.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { recordOwn } from './record-own.server.ts'
import { renewRecoveryCodes } from './recovery-codes.server.ts'
import { hasSecondFactor, keyPurpose, placeOf, readSecondFactor } from './second-factor.queries.server.ts'
import { newKey, stepOf } from './totp.server.ts'

/**
 * Makes a new key, which counts from its first code on; until then an app in use stays. Replacing one asks for the
 * password. Throws InvalidInput, TooManyTries.
 */
export async function proposeSecondFactor(ctx: PersonContext, currentPassword: string | undefined): Promise<void> {
  const { userId } = ctx.signedIn
  if (await hasSecondFactor(ctx, userId)) await confirmPassword(ctx, currentPassword ?? '')
  await inTransaction(ctx, async (ctx) => {
    await keepProposal(ctx, userId, newKey())
    await recordOwn(ctx, { event: 'account.secondFactorProposed' })
  })
}

/** Keeps a key sealed until its first code, inside the caller's transaction. */
async function keepProposal(ctx: AnyContext, userId: string, key: string): Promise<void> {
  const proposedSecret = seal(ctx.secret, keyPurpose, placeOf(ctx, userId), key)
  const updatedAt = ctx.clock.now()
  await coreTablesOf(ctx.db)
    .insertInto('authSecondFactor')
    .values({ userId, secret: null, proposedSecret, confirmedAt: null, updatedAt })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ proposedSecret, updatedAt }))
    .execute()
}

/**
 * Makes `key` the person's app inside the caller's transaction; codes up to `lastStep` are not taken any more. Gives new
 * recovery codes.
 */
export async function keepSecondFactor(
  ctx: AnyContext,
  userId: string,
  key: string,
  lastStep = 0,
): Promise<readonly string[]> {
  const now = ctx.clock.now()
  const secret = seal(ctx.secret, keyPurpose, placeOf(ctx, userId), key)
  const kept = { secret, proposedSecret: null, lastStep, confirmedAt: now, updatedAt: now, demandedAt: null }
  await coreTablesOf(ctx.db)
    .insertInto('authSecondFactor')
    .values({ userId, ...kept })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet(kept))
    .execute()
  return renewRecoveryCodes(ctx, userId)
}

/**
 * Switches the proposed key on by its first code, ends the person's other sessions and gives recovery codes, which are
 * never shown again. Throws InvalidInput for a wrong code, Refusal where nothing is proposed any more, TooManyTries.
 */
export async function confirmSecondFactor(
  ctx: PersonContext,
  { secondFactorCode }: ConfirmSecondFactor,
): Promise<readonly string[]> {
  const { userId, sessionId } = ctx.signedIn
  await ctx.limits.count('codeByAccount', sessionId)
  const codes = await inTransaction(ctx, async (ctx) => {
    const factor = await readSecondFactor(ctx, userId, { lock: true })
    if (!factor?.proposedKey) throw new Refusal('accounts:error.keyGone')
    const step = stepOf(factor.proposedKey, secondFactorCode, ctx.clock.now())
    if (step === undefined) throw new InvalidInput({ secondFactorCode: 'accounts:error.codeWrong' })
    const codes = await keepSecondFactor(ctx, userId, factor.proposedKey, step)
    await endSessions(ctx, userId, sessionId)
    await recordOwn(ctx, { event: 'account.secondFactorSwitchedOn' })
    return codes
  })
  await ctx.limits.forgive('codeByAccount', sessionId)
  return codes
}

/** Makes new recovery codes in the place of the old; asks for the password. Throws InvalidInput, Refusal, TooManyTries. */
export async function makeRecoveryCodes(ctx: PersonContext, currentPassword: string): Promise<readonly string[]> {
  const { userId } = ctx.signedIn
  await confirmPassword(ctx, currentPassword)
  return inTransaction(ctx, async (ctx) => {
    if (!(await hasSecondFactor(ctx, userId))) throw new Refusal('accounts:error.notOn')
    const codes = await renewRecoveryCodes(ctx, userId)
    await recordOwn(ctx, { event: 'account.recoveryCodesRenewed' })
    return codes
  })
}

/** Switches the second factor off; asks for the password. Throws Refusal for a role that needs it, InvalidInput, TooManyTries. */
export async function switchOffSecondFactor(ctx: PersonContext, currentPassword: string): Promise<void> {
  const { userId, person } = ctx.signedIn
  if (needsSecondFactor(person.roles)) throw new Refusal('accounts:error.secondFactorNeeded')
  await confirmPassword(ctx, currentPassword)
  await inTransaction(ctx, async (ctx) => {
    const db = coreTablesOf(ctx.db)
    // One that is only proposed stays: so does the demand for a new one.
    const gone = await db
      .deleteFrom('authSecondFactor')
      .where('userId', '=', userId)
      .where('confirmedAt', 'is not', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new Refusal('accounts:error.notOn')
    await db.deleteFrom('authRecoveryCode').where('userId', '=', userId).execute()
    await recordOwn(ctx, { event: 'account.secondFactorSwitchedOff' })
  })
}
