import { findAnsweringAgency } from '#app/features/agencies/public.server.ts'
import { deadlineOf, getTermBook } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { giveShare } from './give-share.server.ts'
import { settleAppeal } from './settle-appeal.server.ts'
import { clocksNow } from './share-clocks.server.ts'

interface Due {
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly dueAt: Date
}

/**
 * Puts a locked, answered appeal before the dispatchers, inside the caller's transaction: until they have decided, which
 * they must by `due`, it is open and nobody's.
 */
export async function awaitReopening({ db, clock }: TenantContext, appeal: AppealRow, due: Due): Promise<void> {
  await db
    .updateTable('appeal')
    .set({
      ...due,
      status: 'reopenRequested',
      version: appeal.version + 1,
      updatedAt: clock.now(),
      closedAt: null,
    })
    .where('id', '=', appeal.id)
    .execute()
}

/** Puts the day by which a wish to reopen must be decided elsewhere, of a locked appeal, inside the caller's transaction. */
export async function moveReopeningDay({ db, clock }: TenantContext, appealId: string, due: Due): Promise<void> {
  await db
    .updateTable('appeal')
    .set({ ...due, updatedAt: clock.now() })
    .where('id', '=', appealId)
    .execute()
}

/** Leaves a locked appeal answered as it was, inside the caller's transaction. */
export async function leaveAnswered(ctx: TenantContext, appeal: AppealRow): Promise<void> {
  await settleAppeal(ctx, appeal)
}

/**
 * Takes a locked appeal up again, inside the caller's transaction: one body gets it, with the term of its kind counted from
 * today as a new appeal's would be. Everything of before stays. Throws NotFound for a body that is none.
 */
export async function takeUpAgain(ctx: TenantContext, appeal: AppealRow, agencyId: string) {
  const body = await findAnsweringAgency(ctx, agencyId)
  if (!body) throw new NotFound('Agency')
  const { registeredOn: reopenedOn, ...due } = deadlineOf(await getTermBook(ctx), appeal.legalKind, ctx.clock.now())
  const reopened = { ...appeal, ...due, reopenedOn, round: appeal.round + 1 }
  await ctx.db.updateTable('appeal').set({ reopenedOn, round: reopened.round }).where('id', '=', appeal.id).execute()
  const role = body.level === 'local' ? 'lead' : 'own'
  const clock = await clocksNow(ctx, reopened, [])
  const assignmentId = await giveShare(ctx, appeal.id, { body, role, ...clock(role) })
  const { dueOn } = await settleAppeal(ctx, reopened)
  return { body, assignmentId, dueOn }
}
