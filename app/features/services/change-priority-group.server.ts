import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { priorityGroupRows } from './service-rows.server.ts'
import type { ChangePriorityGroup } from './services.schema.ts'

/** Changes names and credit; who waits already keeps theirs. Throws ForbiddenError, NotFound, Refusal for a form made from an older row. */
export function changePriorityGroup(
  ctx: TenantContext,
  id: string,
  input: ChangePriorityGroup,
): Promise<string | undefined> {
  return makeChange(ctx, { event: 'priorityGroup.changed', may: 'HallService', input }, async (ctx, change) => {
    const group = await lockRow(ctx, priorityGroupRows, id)
    mustBeSameVersion(group, input.version)
    const { submissionKey: _form, version: _version, ...patch } = input
    await change.update(priorityGroupRows, group, patch)
    return { kind: 'priorityGroup', id }
  })
}
