import { dueFrom, getTermBook } from '#app/features/calendars/public.server.ts'
import { findCategoryById } from '#app/features/categories/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
import type { ClassifyAppeal } from './appeals.schema.ts'

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
    const due = legalKind === appeal.legalKind ? appeal : await dueAnew(ctx, appeal, input)
    const { dueOn, dueAt } = due
    await ctx.db
      .updateTable('appeal')
      .set({ legalKind, categoryId, dueOn, dueAt, version: appeal.version + 1, updatedAt: ctx.clock.now() })
      .where('id', '=', id)
      .execute()
    if (dueOn !== appeal.dueOn)
      await ctx.db
        .updateTable('assignment')
        .set({ dueOn, dueAt })
        .where('appealId', '=', id)
        .where('withdrawnAt', 'is', null)
        .execute()
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

/** A body that was forwarded to has its clock from that day, everybody else from the day of registration. */
async function dueAnew(ctx: TenantContext, appeal: AppealRow, { legalKind }: ClassifyAppeal) {
  const book = await getTermBook(ctx)
  if (appeal.status !== 'forwarded') return dueFrom(book, legalKind, appeal.registeredOn)
  const { assignedAt } = await ctx.db
    .selectFrom('assignment')
    .select('assignedAt')
    .where('appealId', '=', appeal.id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  return dueFrom(book, legalKind, wallClockParts(assignedAt, book.hours.timeZone).day)
}
