import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { pendingCookie, pendingSeconds } from './account-cookies.server.ts'
import type { SignIn } from './accounts.schema.ts'
import { makeChallenge } from './challenges.server.ts'
import { enter } from './enter.server.ts'
import { mayEnterByThemselves } from './may-enter.server.ts'
import { personOf } from './person.server.ts'
import { hasSecondFactor } from './second-factor.queries.server.ts'

/** What the password was the first step to. */
export interface FirstStep {
  readonly headers: Headers
  /** A code of the second factor is asked for before anything opens. */
  readonly codeWanted: boolean
}

/**
 * Judges a password: the cookies of a new session, or of a wait for the code. Wrong tries are counted by address, and by
 * account from one address: a stranger elsewhere cannot lock anybody out. Throws InvalidInput, which does not say what was
 * wrong, or TooManyTries.
 */
export async function signIn(
  ctx: AnyContext,
  input: SignIn,
  request: Request,
  clientAddress: string,
): Promise<FirstStep> {
  const account = `${clientAddress} ${input.email}`
  await ctx.limits.count('signInByAddress', clientAddress)
  await ctx.limits.count('signInByAccount', account)
  const userId = await ctx.identity.check({ email: input.email, password: input.password })
  const person = userId && (await personOf(ctx, userId))
  if (!userId || !person) throw new InvalidInput({ password: 'accounts:error.wrong' })
  await mayEnterByThemselves(ctx, person, 'password')
  await ctx.limits.forgive('signInByAddress', clientAddress)
  await ctx.limits.forgive('signInByAccount', account)
  if (!(await hasSecondFactor(ctx, userId))) {
    return { headers: await enter(ctx, { userId, person, provedBy: 'password' }, request), codeWanted: false }
  }
  const token = await inTransaction(ctx, (ctx) =>
    makeChallenge(ctx, { purpose: 'signIn', userId, seconds: pendingSeconds }),
  )
  const headers = new Headers({ 'Set-Cookie': await pendingCookie(ctx, token) })
  return { headers, codeWanted: true }
}
