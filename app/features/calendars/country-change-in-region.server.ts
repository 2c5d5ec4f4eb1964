import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { CalendarLines } from '#db/schema/calendar.ts'
import { begin } from './apply-change.server.ts'
import { lockChange } from './own-change.server.ts'

/** A change of the country's calendar as it comes to a region. */
export interface CountryChange {
  readonly id: string
  readonly lines: CalendarLines
  readonly source: string
  readonly madeAt: Date
}

/** Shows a region's administrator what is coming; a second time it changes nothing that has begun. */
export function announceInRegion(ctx: TenantContext, change: CountryChange): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const lines = JSON.stringify(change.lines)
    await ctx.db
      .insertInto('calendarChange')
      .values({
        id: change.id,
        submissionKey: `country-${change.id}`,
        origin: 'country',
        state: 'announced',
        lines,
        former: null,
        source: change.source,
        madeBy: null,
        madeAt: change.madeAt,
        appliedBy: null,
        appliedAt: null,
      })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ lines, source: change.source })
          .where('calendarChange.state', '=', 'announced'),
      )
      .execute()
  })
}

/**
 * Applies the country's change in a region, once however often it comes. Throws Refusal while another one moves there: the
 * job comes again.
 */
export async function applyInRegion(ctx: TenantContext, change: CountryChange): Promise<void> {
  await announceInRegion(ctx, change)
  await inTransaction(ctx, async (ctx) => {
    const own = await lockChange(ctx, change.id)
    if (own.state === 'announced') await begin(ctx, own)
  })
}

/** Takes back what was announced and never came. */
export function discardInRegion(ctx: TenantContext, id: string): Promise<void> {
  return inTransaction(ctx, async ({ db }) => {
    await db
      .updateTable('calendarChange')
      .set({ state: 'discarded' })
      .where('id', '=', id)
      .where('state', '=', 'announced')
      .execute()
  })
}
