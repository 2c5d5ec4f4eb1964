import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { mustBeOpenToPerson } from './must-be-open.server.ts'
import type { WithdrawAppeal } from './resident-acts.schema.ts'
import { endAppeal } from './settle-appeal.server.ts'

/**
 * Takes an appeal back in the name of the person who brought it, and closes it: every open share ends by a step of its
 * own, and the bodies still see what became of it. Once, however often the same page is sent. Source: АППК, withdrawal before the decision.
 * Throws NotFound, ForbiddenError, Refusal where it was answered or withdrawn before.
 */
export function withdrawAppeal(ctx: TenantContext, id: string, input: WithdrawAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'withdraw', 'Appeal', appeal)
    const done = await ctx.db
      .selectFrom('appealWithdrawal')
      .select('submissionKey')
      .where('appealId', '=', id)
      .executeTakeFirst()
    if (done?.submissionKey === input.submissionKey) return
    await mustBeOpenToPerson(ctx, 'withdraw', appeal)
    const now = ctx.clock.now()
    await ctx.db
      .insertInto('appealWithdrawal')
      .values({ appealId: id, reason: input.reason, submissionKey: input.submissionKey, createdAt: now })
      .execute()
    await endAppeal(ctx, appeal, 'withdrawn')
    await record(ctx, {
      event: 'appeal.withdrawn',
      subjectKind: 'appeal',
      subjectId: id,
      fields: input.reason ? ['status', 'reason'] : ['status'],
    })
  })
}
