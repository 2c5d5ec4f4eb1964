import { authorize } from '#app/core/access/authorize.ts'
import type { PersonContext, PlatformContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { resetEvents } from './administrator-resets.ts'
import type { ResetSecondFactor } from './accounts.schema.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { takeCode } from './take-code.server.ts'

/**
 * Asks a region to take its only administrator's second factor away: a region's rows are its own, so the region itself does
 * it, a moment later. Asks for the operator's own password and code. Throws ForbiddenError, NotFound, InvalidInput,
 * TooManyTries.
 */
export async function askAdministratorReset(
  ctx: PlatformContext & PersonContext,
  slug: string,
  input: ResetSecondFactor,
): Promise<void> {
  const { sessionId, userId } = ctx.signedIn
  await getRegionToHelp(ctx, slug)
  await confirmPassword(ctx, input.currentPassword)
  await ctx.limits.count('codeByAccount', sessionId)
  await inTransaction(ctx, async (ctx) => {
    await getRegionToHelp(ctx, slug)
    await takeCode(ctx, userId, input.secondFactorCode)
    await record(ctx, {
      event: resetEvents.asked,
      subjectKind: 'region',
      subjectId: slug,
      refs: { askId: newId() },
    })
  })
  await ctx.limits.forgive('codeByAccount', sessionId)
}

/** A region whose administrator the asker may help. Throws ForbiddenError, NotFound. */
export async function getRegionToHelp(ctx: PlatformContext, slug: string) {
  authorize(ctx.ability, 'resetSecondFactor', 'Region')
  const region = await ctx.db
    .selectFrom('tenant')
    .select(['slug', 'nameKk', 'nameRu', 'nameEn'])
    .where('slug', '=', slug)
    .where('status', '!=', 'archived')
    .executeTakeFirst()
  if (!region) throw new NotFound('Region')
  return region
}
