import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import type { ShareStatus } from '#db/schema/vocabulary.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { answersPerson, holdersOf, isLive, overallClock, statusOf } from './share.ts'
import { getShares, type ShareRow } from './shares.queries.server.ts'

/** Puts a share into another state, inside the caller's transaction on the locked appeal; `settleAppeal` follows. */
export async function moveShare(ctx: TenantContext, share: ShareRow, status: ShareStatus): Promise<void> {
  const now = ctx.clock.now()
  const isTaken = status === 'redirected' || status === 'withdrawn'
  await ctx.db
    .updateTable('assignment')
    .set({
      status,
      steps: share.steps + 1,
      answeredAt: status === 'answered' ? now : null,
      withdrawnAt: isTaken ? now : null,
    })
    .where('id', '=', share.id)
    .execute()
}

/**
 * Ends every share that is not ended yet, each by a step of its own that names the `cause`; what was contested then needs
 * no decision. Returns those that it ended.
 */
export async function takeBackShares(
  ctx: TenantContext,
  shares: readonly ShareRow[],
  cause: Readonly<Record<string, string>> = {},
): Promise<readonly ShareRow[]> {
  const ended = shares.filter(isLive)
  for (const share of ended) {
    await moveShare(ctx, share, 'withdrawn')
    if (share.status === 'contested')
      await ctx.db
        .updateTable('contest')
        .set({ decision: 'lapsed', decidedAt: ctx.clock.now() })
        .where('assignmentId', '=', share.id)
        .where('decidedAt', 'is', null)
        .execute()
    await record(ctx, {
      event: 'share.withdrawn',
      subjectKind: 'share',
      subjectId: share.id,
      fields: ['status'],
      refs: { appealId: share.appealId, agencyId: share.agencyId, ...cause },
    })
  }
  return ended
}

/** When the last of those who answer the person did. */
function answeredAt(shares: readonly ShareRow[]): Date | undefined {
  const moments = shares.filter(answersPerson).flatMap(({ answeredAt }) => answeredAt ?? [])
  return moments.toSorted((a, b) => b.getTime() - a.getTime())[0]
}

/**
 * Makes a locked appeal what its shares say: status, bodies, the person's clock. The only place that sets them once it
 * was given to somebody, but for its ends without an answer and the person's wish to have it reopened.
 */
export async function settleAppeal(ctx: TenantContext, appeal: AppealRow) {
  const shares = await getShares(ctx, appeal.id)
  const status = statusOf(shares)
  const { dueOn, dueAt } = overallClock(shares) ?? appeal
  const now = ctx.clock.now()
  await ctx.db
    .updateTable('appeal')
    .set({
      status,
      agencyIds: holdersOf(shares),
      dueOn,
      dueAt,
      version: appeal.version + 1,
      updatedAt: now,
      // Where a wish to reopen was declined it stays answered since when it was.
      closedAt: status === 'answered' ? (answeredAt(shares) ?? now) : null,
    })
    .where('id', '=', appeal.id)
    .execute()
  return { status, shares, dueOn, dueAt }
}

/**
 * Closes a locked appeal that nobody will answer: every open share ends by a step of its own. The bodies go on seeing it:
 * they must learn that it is over.
 */
export async function endAppeal(
  ctx: TenantContext,
  appeal: AppealRow,
  status: 'withdrawn' | 'terminated' | 'leftUnconsidered',
  cause: Readonly<Record<string, string>> = {},
): Promise<readonly ShareRow[]> {
  const now = ctx.clock.now()
  const ended = await takeBackShares(ctx, await getShares(ctx, appeal.id), cause)
  await ctx.db
    .updateTable('appeal')
    .set({ status, version: appeal.version + 1, updatedAt: now, closedAt: now })
    .where('id', '=', appeal.id)
    .execute()
  return ended
}
