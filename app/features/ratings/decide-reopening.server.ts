import {
  appealAllows,
  getAppeal,
  leaveAnswered,
  mustBeFresh,
  takeUpAgain,
} from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { DeclineReopening, ReopenAppeal } from './ratings.schema.ts'

/**
 * Takes an answered appeal up again because its person says that nothing is solved: a body gets it with a new clock, and
 * the person is told why and until when. Answers, letters and shares of before stay as they are.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or nobody asks for it.
 */
export function reopenAppeal(ctx: TenantContext, appealId: string, input: ReopenAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, reopeningId } = await undecided(ctx, appealId, input.version)
    await decide(ctx, reopeningId, 'reopened', input.reopenWhy)
    const { body, assignmentId, dueOn } = await takeUpAgain(ctx, appeal, input.reopenTo)
    await record(ctx, {
      event: 'appeal.reopened',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['status', 'agencyIds', 'dueOn', 'decisionReason'],
      refs: { reopeningId, assignmentId, agencyId: body.id },
      facts: { agency: body.slug, level: body.level, round: appeal.round + 1, dueOn },
    })
  })
}

/**
 * Leaves an appeal answered, and tells its person why and how the answer can be appealed. Throws NotFound, ForbiddenError,
 * Refusal where another was faster or nobody asks for it.
 */
export function declineReopening(ctx: TenantContext, appealId: string, input: DeclineReopening): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, reopeningId } = await undecided(ctx, appealId, input.version)
    await decide(ctx, reopeningId, 'declined', input.declineWhy)
    await leaveAnswered(ctx, appeal)
    await record(ctx, {
      event: 'appeal.reopenDeclined',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: ['status', 'dueOn', 'decisionReason'],
      refs: { reopeningId },
    })
  })
}

async function undecided(ctx: TenantContext, appealId: string, version: number) {
  const appeal = await getAppeal(ctx, appealId, { lock: true })
  authorize(ctx.ability, 'reopen', 'Appeal', appeal)
  await mustBeFresh(ctx, appeal, version)
  if (!appealAllows('reopen', appeal)) throw new Refusal('ratings:error.notAsked')
  const reopening = await ctx.db
    .selectFrom('reopening')
    .select('id')
    .where('appealId', '=', appealId)
    .where('decision', 'is', null)
    .executeTakeFirst()
  if (!reopening) throw new NotFound('Reopening')
  return { appeal, reopeningId: reopening.id }
}

async function decide(ctx: TenantContext, id: string, decision: 'reopened' | 'declined', reason: string) {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  await ctx.db
    .updateTable('reopening')
    .set({ decision, decidedBy: ctx.principal.id, decisionReason: reason, decidedAt: ctx.clock.now() })
    .where('id', '=', id)
    .execute()
}
