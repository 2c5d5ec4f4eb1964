import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { hallRows } from './hall-rows.server.ts'
import type { ChangeHall } from './halls.schema.ts'

/** Changes name, address and hours of a hall. Throws NotFound, Refusal for a form made from an older row. */
export function changeHall(ctx: TenantContext, id: string, input: ChangeHall): Promise<string | undefined> {
  return makeChange(ctx, { event: 'hall.changed', may: 'Hall', input }, async (ctx, change) => {
    const hall = await lockRow(ctx, hallRows, id)
    mustBeSameVersion(hall, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    await change.update(hallRows, hall, patch)
    return { kind: 'hall', id }
  })
}
