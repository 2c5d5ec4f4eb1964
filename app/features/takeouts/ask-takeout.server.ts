import { confirmPassword } from '#app/features/accounts/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { PersonContext, TenantContext } from '#app/core/context.ts'
import { Refusal, SignInNeeded } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { takeoutEvents } from './takeout.ts'
import type { AskTakeout } from './takeouts.schema.ts'

/**
 * Asks for everything of the region in one file; the worker makes it, and a mail tells when it is there. The same form twice
 * asks once. Throws ForbiddenError, InvalidInput for a wrong password, TooManyTries, Refusal while one is being made or in a
 * muted copy, whose worker keeps silent.
 */
export async function askTakeout(ctx: TenantContext & PersonContext, input: AskTakeout): Promise<void> {
  authorize(ctx.ability, 'export', 'Region')
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const askedBy = ctx.principal.id
  if (ctx.tenant.muted) throw new Refusal('takeouts:error.muted')
  if (await wasSent(ctx, input)) return
  await confirmPassword(ctx, input.currentPassword)
  await ctx.limits.count('takeoutByRegion', ctx.tenant.slug)
  const ask = (ctx: TenantContext) =>
    inTransaction(ctx, async (ctx) => {
      if (await wasSent(ctx, input)) return
      const making = await ctx.db
        .selectFrom('takeout')
        .select('id')
        .where('state', 'in', ['asked', 'working'])
        .executeTakeFirst()
      if (making) throw new Refusal('takeouts:error.making')
      const id = newId()
      const now = ctx.clock.now()
      await ctx.db
        .insertInto('takeout')
        .values({
          id,
          submissionKey: input.submissionKey,
          askedBy,
          state: 'asked',
          bytes: null,
          sha256: null,
          createdAt: now,
          updatedAt: now,
          readyAt: null,
          expiresAt: null,
          takenAt: null,
          takenBy: null,
        })
        .execute()
      await record(ctx, { event: takeoutEvents.asked, subjectKind: 'takeout', subjectId: id })
    })
  await ask(ctx).catch(async (error: unknown) => {
    // Nothing was made, so nothing counts.
    await ctx.limits.forgive('takeoutByRegion', ctx.tenant.slug)
    throw error
  })
}

const wasSent = ({ db }: TenantContext, { submissionKey }: AskTakeout) =>
  db.selectFrom('takeout').select('id').where('submissionKey', '=', submissionKey).executeTakeFirst()
