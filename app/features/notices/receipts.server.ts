import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext, PlatformContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** What a gateway says became of a segment, or of a whole notice: the person has it, or it will never arrive. */
type Settled = 'delivered' | 'lost'

/** A notice of a region, or of the platform (`''`). */
interface NoticeOfWorld {
  readonly world: string
  readonly noticeId: string
}

/**
 * Keeps by which ids the gateway knows the segments of a notice. Resolves with what is settled already: its receipts may
 * have been faster than its own reply.
 */
export async function keepSegments(
  ctx: PlatformContext,
  { world, noticeId }: NoticeOfWorld,
  gatewayIds: readonly string[],
): Promise<Settled | undefined> {
  const createdAt = ctx.clock.now()
  // In one order everywhere: two transactions never wait for each other in a circle.
  const ids = [...new Set(gatewayIds)].toSorted()
  await inTransaction(ctx, async (ctx) => {
    // Of a try before this one, of which nobody waits to hear.
    await ctx.db.deleteFrom('smsSegment').where('noticeId', '=', noticeId).execute()
    for (const gatewayId of ids) {
      await ctx.db
        .insertInto('smsSegment')
        .values({ gatewayId, world, noticeId, state: null, createdAt })
        .onConflict((conflict) => conflict.column('gatewayId').doUpdateSet({ world, noticeId }))
        .execute()
    }
  })
  return settledState(ctx, noticeId)
}

/** Keeps a receipt; resolves with the notice that it settles, where it settles one. Once or more often makes no difference. */
export async function keepReceipt(
  ctx: PlatformContext,
  { id, state }: { readonly id: string; readonly state: Settled },
): Promise<(NoticeOfWorld & { readonly state: Settled }) | undefined> {
  const { world, noticeId } = await inTransaction(ctx, (ctx) =>
    ctx.db
      .insertInto('smsSegment')
      .values({ gatewayId: id, world: null, noticeId: null, state, createdAt: ctx.clock.now() })
      .onConflict((conflict) => conflict.column('gatewayId').doUpdateSet({ state }))
      .returning(['world', 'noticeId'])
      .executeTakeFirstOrThrow(),
  )
  if (world === null || noticeId === null) return undefined
  const settled = await settledState(ctx, noticeId)
  return settled && { world, noticeId, state: settled }
}

/**
 * One lost segment makes the rest unreadable; delivered is what is delivered whole. Asked after the commit of whoever asks:
 * of several that come at once, the last then sees them all.
 */
async function settledState(ctx: PlatformContext, noticeId: string): Promise<Settled | undefined> {
  const segments = await inTransaction(ctx, ({ db }) =>
    db.selectFrom('smsSegment').select('state').where('noticeId', '=', noticeId).execute(),
  )
  if (segments.some(({ state }) => state === 'lost')) return 'lost'
  return segments.length > 0 && segments.every(({ state }) => state === 'delivered') ? 'delivered' : undefined
}

/** Notes in the notice's own world what became of it. */
export async function noteReceipt(ctx: AnyContext, noticeId: string, settled: Settled): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, (ctx) =>
    coreTablesOf(ctx.db)
      .updateTable('notice')
      .set(
        settled === 'delivered'
          ? { state: 'delivered', deliveredAt: now, failure: null }
          : { state: 'undeliverable', failure: 'receipt' },
      )
      .where('id', '=', noticeId)
      .where('state', 'in', ['pending', 'sent'])
      .execute(),
  )
}
