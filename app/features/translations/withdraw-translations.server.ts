import { getShares, isLive } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { factsOf } from './translation-rows.server.ts'

/**
 * Withdraws what nobody needs any more: every open request of a closed appeal, and those for the draft of a body that is done
 * with it. For a job, as often as it likes: what is withdrawn already is not open.
 */
export function withdrawTranslations(ctx: TenantContext, appealId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const open = await ctx.db
      .selectFrom('translationRequest')
      .innerJoin('appeal', 'appeal.id', 'translationRequest.appealId')
      .selectAll('translationRequest')
      .select(['appeal.agencyIds', 'appeal.closedAt as appealClosedAt'])
      .where('translationRequest.appealId', '=', appealId)
      .where('translationRequest.status', '=', 'open')
      .orderBy('translationRequest.id')
      .forUpdate()
      .execute()
    if (open.length === 0) return
    const writing = (await getShares(ctx, appealId)).filter(isLive).map(({ agencyId }) => agencyId)
    const now = ctx.clock.now()
    for (const request of open) {
      const isOver = request.draftAgencyId !== null && !writing.includes(request.draftAgencyId)
      if (!request.appealClosedAt && !isOver) continue
      await ctx.db
        .updateTable('translationRequest')
        .set({ status: 'withdrawn', closedAt: now })
        .where('id', '=', request.id)
        .execute()
      await record(ctx, {
        event: 'translation.withdrawn',
        subjectKind: 'translationRequest',
        subjectId: request.id,
        fields: ['status'],
        refs: { appealId },
        facts: factsOf(request, now),
      })
    }
  })
}
