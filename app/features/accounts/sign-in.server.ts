import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import type { SignIn } from './accounts.schema.ts'

/**
 * The cookies of a new session. Wrong tries are counted by address, and by account from one address: a stranger elsewhere
 * cannot lock anybody out. Throws InvalidInput, which does not say what was wrong, or TooManyTries.
 */
export async function signIn(
  ctx: AnyContext,
  input: SignIn,
  request: Request,
  clientAddress: string,
): Promise<Headers> {
  await ctx.limits.count('signInByAddress', clientAddress)
  await ctx.limits.count('signInByAccount', `${clientAddress} ${input.email}`)
  const cookies = await ctx.identity.signIn({ email: input.email, password: input.password }, request.headers)
  if (!cookies) throw new InvalidInput({ password: 'accounts:error.wrong' })
  await ctx.limits.forgive('signInByAddress', clientAddress)
  await ctx.limits.forgive('signInByAccount', `${clientAddress} ${input.email}`)
  return cookies
}
