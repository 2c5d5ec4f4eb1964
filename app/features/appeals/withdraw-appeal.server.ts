import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { endWhenNobodyIsLeft, lockWithWhole } from './leave-appeal.server.ts'
import { mustBeOpenToPerson } from './must-be-open.server.ts'
import type { WithdrawAppeal } from './resident-acts.schema.ts'

/**
 * Takes an appeal back in the name of the person who brought it. It ends with that, unless others signed it too or were merged
 * into it: then it goes on for them, until the last one leaves. Once, however often the same page is sent.
 * Source: АППК, withdrawal before the decision.
 * Throws NotFound, ForbiddenError, Refusal where it was answered or withdrawn before.
 */
export function withdrawAppeal(ctx: TenantContext, id: string, input: WithdrawAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'withdraw', 'Appeal', await getAppeal(ctx, id))
    const { appeal, whole } = await lockWithWhole(ctx, id)
    const done = await ctx.db
      .selectFrom('appealWithdrawal')
      .select('submissionKey')
      .where('appealId', '=', id)
      .executeTakeFirst()
    if (done?.submissionKey === input.submissionKey) return
    await mustBeOpenToPerson(ctx, 'withdraw', whole, done !== undefined)
    const now = ctx.clock.now()
    await ctx.db
      .insertInto('appealWithdrawal')
      .values({ appealId: id, reason: input.reason, submissionKey: input.submissionKey, createdAt: now })
      .execute()
    const fields = input.reason ? ['reason'] : []
    const leaver: Readonly<Record<string, string>> = whole.id === id ? {} : { mergedId: id }
    const hasEnded = await endWhenNobodyIsLeft(ctx, whole, now, leaver, ['status', ...(whole.id === id ? fields : [])])
    // Who ended it is told that it ended.
    if (hasEnded && whole.id === appeal.id) return
    await record(ctx, { event: 'appeal.applicantLeft', subjectKind: 'appeal', subjectId: id, fields })
  })
}
