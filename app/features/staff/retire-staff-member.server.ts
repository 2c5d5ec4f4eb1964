import { dropResets } from '#app/core/access/accounts.server.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import type { RetireRow } from '#app/core/changes/changes.schema.ts'
import { retireRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { staffRows } from './staff-rows.server.ts'

/**
 * Takes a person off the staff and ends their sessions at once; what they began stays with the agency. Throws NotFound,
 * Refusal for oneself, for the last administrator and for a form made from an older row.
 */
export function retireStaffMember(ctx: TenantContext, id: string, input: RetireRow): Promise<string | undefined> {
  return retireRow(ctx, staffRows, id, input, async (ctx, _change, { userId }) => {
    await endSessions(ctx, userId)
    await dropResets(ctx.db, userId)
  })
}
