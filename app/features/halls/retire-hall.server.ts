import { retireRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { deskRows, hallRows } from './hall-rows.server.ts'
import type { RetireHall } from './halls.schema.ts'

/** Closes a hall for good, its desks with it. Throws InvalidInput where it has desks and nobody said they go too. */
export function retireHall(ctx: TenantContext, id: string, input: RetireHall): Promise<string | undefined> {
  return retireRow(ctx, hallRows, id, input, async (ctx, change) => {
    const desks = await ctx.db
      .selectFrom('desk')
      .selectAll()
      .where('hallId', '=', id)
      .where('retiredAt', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (desks.length > 0 && !input.withDesks) throw new InvalidInput({ withDesks: 'halls:error.hasDesks' })
    for (const desk of desks) await change.update(deskRows, desk, { retiredAt: ctx.clock.now() })
  })
}
