import { findAnsweringAgency } from '#app/features/agencies/public.server.ts'
import { getTermBook, innerDueOn } from '#app/features/calendars/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { giveShare } from './give-share.server.ts'
import { settleAppeal, takeBackShares } from './settle-appeal.server.ts'
import { clocksNow, ownDue } from './share-clocks.server.ts'
import { answersPerson, holdersOf, isLive, ofLastRound } from './share.ts'
import { getShares, type ShareRow } from './shares.queries.server.ts'

/** What becomes of the share of a body that has the appeal which is merged: it ends, or the body gets one in the other. */
export type ShareFate = 'close' | 'move'

interface Absorbed {
  readonly survivor: AppealRow
  readonly merged: AppealRow
  /** Appeals that were merged into the merged one before. */
  readonly children: readonly AppealRow[]
  /** By the id of each open share. */
  readonly fates: Readonly<Record<string, ShareFate>>
}

/**
 * Lets one appeal go on in the place of another, inside the caller's transaction on all of them, locked. Its open shares end or
 * move, each as it was said; who belongs to it follows the survivor's life; nobody waits longer than before, so the
 * survivor's clocks come forward to the earlier day. Appeals that were merged into the merged one go on in the survivor too:
 * no chain comes to be. Throws Refusal where a body would have two shares.
 */
export async function absorbAppeal(ctx: TenantContext, { survivor, merged, children, fates }: Absorbed): Promise<void> {
  const now = ctx.clock.now()
  const leaving = (await getShares(ctx, merged.id)).filter(isLive)
  await takeBackShares(ctx, leaving)
  const advanced = await advanceClock(ctx, survivor, merged)
  for (const share of leaving.filter(({ id }) => fates[id] === 'move')) await moveOver(ctx, advanced, share)
  // Who came by an appeal merged before follows the survivor now, and the merged one no more: when they part, it takes its own.
  const brought = new Set(children.flatMap(({ id, followerIds }) => [id, ...followerIds]))
  for (const row of [merged, ...children])
    await ctx.db
      .updateTable('appeal')
      .set({
        status: 'merged',
        mergedInto: survivor.id,
        agencyIds: [],
        followerIds: row === merged ? row.followerIds.filter((id) => !brought.has(id)) : row.followerIds,
        version: row.version + 1,
        updatedAt: now,
        closedAt: row.closedAt ?? now,
      })
      .where('id', '=', row.id)
      .execute()
  const followers = [merged, ...children].flatMap(({ id, followerIds }) => [id, ...followerIds])
  const followerIds = [...new Set([...survivor.followerIds, ...followers])]
  await ctx.db.updateTable('appeal').set({ followerIds }).where('id', '=', survivor.id).execute()
  await settleAppeal(ctx, advanced)
  for (const { id } of [merged, ...children])
    await record(ctx, {
      event: 'appeal.merged',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'mergedInto'],
      refs: { intoId: survivor.id },
      ...(id === merged.id ? { facts: { newly: true } } : {}),
    })
  await record(ctx, {
    event: 'appeal.absorbed',
    subjectKind: 'appeal',
    subjectId: survivor.id,
    fields: ['dueOn'],
    refs: { otherId: merged.id },
  })
}

/** Lets a merged appeal go on by itself again, from the register and by its own clock; both are locked by the caller. */
export async function releaseAppeal(ctx: TenantContext, survivor: AppealRow, merged: AppealRow): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db
    .updateTable('appeal')
    .set({ status: 'registered', mergedInto: null, version: merged.version + 1, updatedAt: now, closedAt: null })
    .where('id', '=', merged.id)
    .execute()
  // Its bodies have gone, and the calendar may have changed meanwhile.
  const due = await ownDue(ctx, merged)
  await ctx.db.updateTable('appeal').set(due).where('id', '=', merged.id).execute()
  const gone = new Set([merged.id, ...merged.followerIds])
  await ctx.db
    .updateTable('appeal')
    .set({
      followerIds: survivor.followerIds.filter((id) => !gone.has(id)),
      version: survivor.version + 1,
      updatedAt: now,
    })
    .where('id', '=', survivor.id)
    .execute()
  await record(ctx, {
    event: 'appeal.unmerged',
    subjectKind: 'appeal',
    subjectId: merged.id,
    fields: ['status', 'mergedInto', 'dueOn'],
    refs: { fromId: survivor.id },
  })
  await record(ctx, {
    event: 'appeal.released',
    subjectKind: 'appeal',
    subjectId: survivor.id,
    refs: { otherId: merged.id },
  })
}

/** Gives a body that had the merged appeal a share in the survivor; of two bodies of the akimat the first one leads. */
async function moveOver(ctx: TenantContext, survivor: AppealRow, share: ShareRow): Promise<void> {
  const shares = await getShares(ctx, survivor.id)
  if (holdersOf(ofLastRound(shares)).includes(share.agencyId)) throw new Refusal('appeals:error.assignedAlready')
  const body = await findAnsweringAgency(ctx, share.agencyId)
  if (!body) throw new NotFound('Agency')
  const hasLead = shares.some((other) => other.role === 'lead' && isLive(other))
  const role = body.level !== 'local' ? 'own' : hasLead ? 'co' : 'lead'
  const clock = (await clocksNow(ctx, survivor, shares))(role)
  const due = clock.dueAt > survivor.dueAt ? { dueOn: survivor.dueOn, dueAt: survivor.dueAt } : clock
  await giveShare(ctx, survivor.id, { body, role, part: share.part, ...due })
}

/**
 * Brings what the survivor's people wait for forward to the day of the merged appeal, where that is the earlier one, in all
 * shares that are open; the survivor as it is then.
 */
async function advanceClock(ctx: TenantContext, survivor: AppealRow, to: AppealRow): Promise<AppealRow> {
  const { dueOn, dueAt } = to
  if (dueAt >= survivor.dueAt) return survivor
  const book = await getTermBook(ctx)
  for (const share of (await getShares(ctx, survivor.id)).filter(isLive)) {
    const givenOn = wallClockParts(share.assignedAt, book.hours.timeZone).day
    const due = answersPerson(share) ? { dueOn, dueAt } : innerDueOn(book, dueOn, givenOn)
    if (due.dueAt >= share.dueAt) continue
    await ctx.db
      .updateTable('assignment')
      .set({ dueOn: due.dueOn, dueAt: due.dueAt })
      .where('id', '=', share.id)
      .execute()
    await record(ctx, {
      event: 'assignment.deadlineAdvanced',
      subjectKind: 'assignment',
      subjectId: share.id,
      fields: ['dueOn', 'dueAt'],
      refs: { appealId: survivor.id, mergedId: to.id },
      facts: { dueOn: due.dueOn, formerDueOn: share.dueOn, cause: 'merge' },
    })
  }
  await record(ctx, {
    event: 'appeal.deadlineAdvanced',
    subjectKind: 'appeal',
    subjectId: survivor.id,
    fields: ['dueOn', 'dueAt'],
    refs: { mergedId: to.id },
    facts: { dueOn, formerDueOn: survivor.dueOn, cause: 'merge' },
  })
  return { ...survivor, dueOn, dueAt }
}
