import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput, SignInNeeded } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { noPendingCookie, pendingToken } from './account-cookies.server.ts'
import type { SecondStep } from './accounts.schema.ts'
import { challengedUser, takeChallenge } from './challenges.server.ts'
import { enter, findDevice } from './enter.server.ts'
import { personOf } from './person.server.ts'
import { takeRecoveryCode } from './recovery-codes.server.ts'
import { takeCode } from './take-code.server.ts'

/** Whether this browser has given a right password and waits for its code. */
export async function waitsForCode(ctx: AnyContext, request: Request): Promise<boolean> {
  const token = await pendingToken(ctx, request.headers.get('Cookie'))
  return token !== undefined && (await challengedUser(ctx, 'signIn', token)) !== undefined
}

/**
 * The second step of a sign-in, by a code of the app or a recovery code: the cookies of a new session. Tries are counted by
 * account from one address, and by account alone from browsers that this account does not know: whoever has the password
 * cannot try on from a thousand addresses, and cannot keep the owner out either. Throws SignInNeeded where no password was
 * given, InvalidInput for a wrong or used code, TooManyTries.
 */
export async function finishSignIn(
  ctx: AnyContext,
  input: SecondStep,
  request: Request,
  clientAddress: string,
): Promise<Headers> {
  const token = await pendingToken(ctx, request.headers.get('Cookie'))
  const userId = token && (await challengedUser(ctx, 'signIn', token))
  const person = userId && (await personOf(ctx, userId))
  if (!token || !userId || !person) throw new SignInNeeded()
  const known = await findDevice(ctx, userId, request)
  const rules = [
    ['codeByAccount', `${clientAddress} ${userId}`] as const,
    ...(known ? [] : [['codeByStranger', userId] as const]),
  ]
  for (const [rule, key] of rules) await ctx.limits.count(rule, key)

  const provedBy = 'secondFactorCode' in input ? 'code' : 'recoveryCode'
  const headers = await enter(ctx, { userId, person, provedBy }, request, async (ctx) => {
    if (!(await takeChallenge(ctx, 'signIn', token))) throw new SignInNeeded()
    if ('secondFactorCode' in input) return takeCode(ctx, userId, input.secondFactorCode)
    if (!(await takeRecoveryCode(ctx, userId, input.recoveryCode)))
      throw new InvalidInput({ recoveryCode: 'accounts:error.recoveryCodeWrong' })
    const actor = { ...ctx, principal: person }
    await record(actor, { event: 'account.recoveryCodeUsed', subjectKind: 'account', subjectId: userId })
  })
  for (const [rule, key] of rules) await ctx.limits.forgive(rule, key)
  headers.append('Set-Cookie', await noPendingCookie(ctx))
  return headers
}
