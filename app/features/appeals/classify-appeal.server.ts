import { dueOf, getTermBook } from '#app/features/calendars/public.server.ts'
import { findCategoryById } from '#app/features/categories/public.server.ts'
import { keepChoice } from '#app/features/routing/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
import type { ClassifyAppeal } from './appeals.schema.ts'
import { mainClock, shareClock } from './appeal-clock.server.ts'
import { clockActsOf } from './clock-acts.queries.server.ts'
import { settleAppeal } from './settle-appeal.server.ts'
import { countedFrom } from './share-clocks.server.ts'
import { isLive } from './share.ts'
import { getShares } from './shares.queries.server.ts'

/**
 * Says what an appeal is in law and what it is about. Another kind has another term: the due date is counted anew from
 * where the clock started, and both dates are journalled.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or the appeal is past it.
 */
export function classifyAppeal(ctx: TenantContext, id: string, input: ClassifyAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'classify', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('classify', appeal)) throw new Refusal('appeals:error.notClassifiable')
    const { legalKind, categoryId } = input
    const category = categoryId ? await findCategoryById(ctx, categoryId) : undefined
    if (categoryId && !category) throw new NotFound('Category')
    await ctx.db
      .updateTable('appeal')
      .set({ legalKind, categoryId, updatedAt: ctx.clock.now() })
      .where('id', '=', id)
      .execute()
    await keepChoice(ctx, id, input.suggested, categoryId ? [categoryId] : [])
    const dueOn = await countAnew(ctx, { ...appeal, legalKind }, legalKind !== appeal.legalKind)
    await record(ctx, {
      event: 'appeal.classified',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['legalKind', 'categoryId', 'dueOn'],
      refs: category ? { categoryId: category.id } : {},
      facts: { legalKind, category: category?.slug ?? '', dueOn, formerDueOn: appeal.dueOn },
    })
  })
}

/** Gives every open share the term of the new kind, from where its own clock started. Returns the person's due date. */
async function countAnew(ctx: TenantContext, appeal: AppealRow, isOtherKind: boolean): Promise<string> {
  const shares = (await getShares(ctx, appeal.id)).filter(isLive)
  if (!isOtherKind) return (await settleAppeal(ctx, appeal)).dueOn
  const book = await getTermBook(ctx)
  const clocked = {
    ...appeal,
    ...(await countedFrom(ctx, appeal)),
    acts: await clockActsOf(ctx, appeal.id),
  }
  for (const share of shares) {
    const { dueOn, dueAt } = dueOf(book, shareClock(book, clocked, share))
    await ctx.db.updateTable('assignment').set({ dueOn, dueAt }).where('id', '=', share.id).execute()
  }
  const { dueOn, dueAt } = dueOf(book, mainClock(book, clocked))
  return (await settleAppeal(ctx, { ...appeal, dueOn, dueAt })).dueOn
}
