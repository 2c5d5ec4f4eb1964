import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { answeredFacts } from './appeal-facts.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import type { AnswerAppeal } from './appeals.schema.ts'

/**
 * Answers an appeal in the name of the clerk's agency and closes it; the answer goes out by the outbox.
 * Throws NotFound, ForbiddenError, Refusal where it was answered or changed meanwhile.
 */
export function answerAppeal(ctx: TenantContext, id: string, input: AnswerAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'answer', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('answer', appeal)) throw new Refusal('appeals:error.notAnswerable')
    const { principal } = ctx
    if (principal.kind !== 'staff' || !principal.agencyId) throw new NotFound('StaffMember')
    const assignment = await ctx.db
      .selectFrom('assignment')
      .select('id')
      .where('appealId', '=', id)
      .where('agencyId', '=', principal.agencyId)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirstOrThrow()
    const now = ctx.clock.now()
    const answerId = newId()
    await ctx.db
      .insertInto('answer')
      .values({
        id: answerId,
        appealId: id,
        assignmentId: assignment.id,
        authorId: principal.id,
        outcome: input.outcome,
        text: input.text,
        answeredAt: now,
      })
      .execute()
    await ctx.db.updateTable('assignment').set({ answeredAt: now }).where('id', '=', assignment.id).execute()
    await ctx.db
      .updateTable('appeal')
      .set({ status: 'answered', version: appeal.version + 1, updatedAt: now, closedAt: now })
      .where('id', '=', id)
      .execute()
    await record(ctx, {
      event: 'appeal.answered',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'outcome', 'text'],
      refs: { answerId, assignmentId: assignment.id },
      facts: await answeredFacts(ctx, appeal, input.outcome, now),
    })
  })
}
