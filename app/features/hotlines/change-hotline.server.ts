import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { hotlineRows } from './hotline-rows.server.ts'
import type { ChangeHotline } from './hotlines.schema.ts'

/** Changes a number. Throws NotFound, Refusal for a form made from an older row, InvalidInput for a number of another. */
export function changeHotline(ctx: TenantContext, id: string, input: ChangeHotline): Promise<string | undefined> {
  return makeChange(ctx, { event: 'hotline.changed', may: 'Hotline', input }, async (ctx, change) => {
    const hotline = await lockRow(ctx, hotlineRows, id)
    mustBeSameVersion(hotline, input.version)
    const { number, kind } = input
    const taken = await ctx.db
      .selectFrom('hotline')
      .select('id')
      .where('number', '=', number)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (taken) throw new InvalidInput({ number: 'hotlines:error.taken' })
    await change.update(hotlineRows, hotline, { number, kind })
    return { kind: 'hotline', id }
  })
}
