import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput, TooManyTries } from '#app/core/errors.ts'
import type { ForgottenPassword, NewPassword } from './accounts.schema.ts'

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

/** Sets a new password and ends every session. Throws InvalidInput for a token that is used, old or wrong. */
export async function resetPassword(ctx: AnyContext, input: NewPassword): Promise<void> {
  if (!(await ctx.identity.reset(input.token, input.password)))
    throw new InvalidInput({ password: 'accounts:error.linkUsed' })
}
