import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import type { ForgottenPassword, NewPassword } from './accounts.schema.ts'

/** Starts a reset; the answer is the same whether the address is known or not. Throws TooManyTries. */
export async function requestReset(ctx: AnyContext, input: ForgottenPassword, clientAddress: string): Promise<void> {
  await ctx.limits.count('resetByAddress', clientAddress)
  await ctx.identity.requestReset(input.email)
}

/** Sets a new password and ends every session. Throws InvalidInput for a token that is used, old or wrong. */
export async function resetPassword(ctx: AnyContext, input: NewPassword): Promise<void> {
  if (!(await ctx.identity.reset(input.token, input.password)))
    throw new InvalidInput({ password: 'accounts:error.linkUsed' })
}
