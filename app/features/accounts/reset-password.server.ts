import { resetOwner, setPassword } from '#app/core/access/accounts.server.ts'
import { refuseWeakPassword } from '#app/core/access/refuse-weak-password.server.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput, TooManyTries } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ForgottenPassword, NewPassword } from './accounts.schema.ts'
import { dropChallenges } from './challenges.server.ts'
import { ownWords, personOf } from './person.server.ts'

/** Starts a reset; the answer is the same whether the address is known or not. Throws TooManyTries. */
export async function requestReset(ctx: AnyContext, input: ForgottenPassword, clientAddress: string): Promise<void> {
  await ctx.limits.count('resetByAddress', clientAddress)
  try {
    await ctx.limits.count('resetByAccount', input.email)
  } catch (error) {
    // Said aloud, it would tell a stranger that somebody else asks too; the mails sent so far still work.
    if (error instanceof TooManyTries) return
    throw error
  }
  void ctx.identity.requestReset(input.email)
}

/** Whether a mailed link still sets a new password. */
export const opensReset = async (ctx: AnyContext, token: string): Promise<boolean> =>
  (await resetOwner(ctx, token)) !== undefined

const linkUsed = () => new InvalidInput({ password: 'accounts:error.linkUsed' })

/**
 * Sets a new password by a mailed link, ends every session, every other link and every sign-in that waits for its code. The second factor stays as it is: a
 * mailbox is not enough. Throws InvalidInput for a token that is used, old or wrong, and for a weak password.
 */
export async function resetPassword(ctx: AnyContext, input: NewPassword): Promise<void> {
  const known = await resetOwner(ctx, input.token)
  if (!known) throw linkUsed()
  await refuseWeakPassword(input.password, await ownWords(ctx, known))
  const passwordHash = await ctx.identity.hash(input.password)
  await inTransaction(ctx, async (ctx) => {
    const userId = await resetOwner(ctx, input.token, { lock: true })
    if (!userId) throw linkUsed()
    await setPassword(ctx, userId, passwordHash)
    await dropChallenges(ctx, userId)
    await endSessions(ctx, userId)
    const principal = (await personOf(ctx, userId)) ?? ctx.principal
    await record(
      { ...ctx, principal },
      { event: 'account.passwordReset', subjectKind: 'account', subjectId: userId, fields: ['password'] },
    )
  })
}
