import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PersonContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'

/**
 * Asks the signed-in person's password once more: a browser left open must not be enough. Not inside a transaction.
 * Throws InvalidInput on the field `currentPassword`, or TooManyTries.
 */
export async function confirmPassword(ctx: PersonContext, password: string): Promise<void> {
  const { sessionId, userId } = ctx.signedIn
  await ctx.limits.count('passwordBySession', sessionId)
  const { email } = await coreTablesOf(ctx.db)
    .selectFrom('authUser')
    .select('email')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  if ((await ctx.identity.check({ email, password })) !== userId)
    throw new InvalidInput({ currentPassword: 'accounts:error.currentPassword' })
  await ctx.limits.forgive('passwordBySession', sessionId)
}
