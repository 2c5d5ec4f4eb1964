import { sameCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { accessCode, type Keyed } from './access-code.server.ts'
import { holderOf, type Opened } from './appeal-link.server.ts'
import type { TrackAppeal } from './appeals.schema.ts'

/**
 * The appeal that this number and code belong to, and whose code it is. A wrong code and an unknown number are told apart by
 * nothing; wrong tries are limited by address. Throws InvalidInput, TooManyTries.
 */
export async function trackAppeal(ctx: TenantContext, input: TrackAppeal, clientAddress: string): Promise<Opened> {
  await ctx.limits.count('codeByAddress', clientAddress)
  const isTheirs = (keyed: Keyed) => sameCode(accessCode(ctx, keyed), input.code)
  const opened = await holderOf(ctx, { number: input.number }, isTheirs)
  if (!opened) throw new InvalidInput({ code: 'appeals:error.codeWrong' })
  await ctx.limits.forgive('codeByAddress', clientAddress)
  return opened
}
