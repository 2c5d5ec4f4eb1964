import { lastPosition } from '#app/core/changes/ordered.server.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { priorityGroupRows } from './service-rows.server.ts'
import type { AddPriorityGroup } from './services.schema.ts'

/** Names people who come earlier, at the end of the order. Throws ForbiddenError. */
export function addPriorityGroup(ctx: TenantContext, input: AddPriorityGroup): Promise<string | undefined> {
  return makeChange(ctx, { event: 'priorityGroup.added', may: 'HallService', input }, async (ctx, change) => {
    const { submissionKey: _form, ...group } = input
    const all = await ctx.db.selectFrom('priorityGroup').select('position').execute()
    const id = newId()
    const position = lastPosition(all)
    await change.insert(priorityGroupRows, { id, ...group, position, retiredAt: null, version: 1 })
    return { kind: 'priorityGroup', id }
  })
}
