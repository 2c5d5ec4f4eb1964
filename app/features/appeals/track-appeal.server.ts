import { sameCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { accessCode } from './access-code.server.ts'
import type { TrackAppeal } from './appeals.schema.ts'

/**
 * The id of the appeal that this number and code belong to. A wrong code and an unknown number are told apart by
 * nothing; wrong tries are limited by address. Throws InvalidInput, TooManyTries.
 */
export async function trackAppeal(ctx: TenantContext, input: TrackAppeal, clientAddress: string): Promise<string> {
  await ctx.limits.count('codeByAddress', clientAddress)
  const appeal = await ctx.db
    .selectFrom('appeal')
    .select(['id', 'accessSalt'])
    .where('number', '=', input.number)
    .executeTakeFirst()
  if (!appeal || !sameCode(accessCode(ctx, appeal), input.code))
    throw new InvalidInput({ code: 'appeals:error.codeWrong' })
  await ctx.limits.forgive('codeByAddress', clientAddress)
  return appeal.id
}
