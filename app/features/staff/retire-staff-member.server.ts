import { dropResets } from '#app/core/access/accounts.server.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import { retireRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { countOpenWork, type OpenWork } from '#app/core/open-work.ts'
import { listColleagues } from './colleagues.queries.server.ts'
import { staffRows } from './staff-rows.server.ts'
import type { RetireStaffMember } from './staff.schema.ts'

/**
 * Takes a person off the staff and ends their sessions at once. Their open work becomes that of the colleague whom the form
 * names; without one it stays in the pile of the agency, where every colleague has it. Throws NotFound, Refusal for oneself, for
 * the last administrator and for a form made from an older row, InvalidInput for who is no colleague.
 */
export function retireStaffMember(
  ctx: TenantContext,
  id: string,
  { receiverId, ...input }: RetireStaffMember,
  works: readonly OpenWork[],
): Promise<string | undefined> {
  return retireRow(ctx, staffRows, id, input, async (ctx, _change, member) => {
    await endSessions(ctx, member.userId)
    await dropResets(ctx.db, member.userId)
    const open = await countOpenWork(ctx, works, id)
    if (Object.keys(open).length === 0) return
    if (receiverId) {
      const colleagues = await listColleagues(ctx, member)
      if (!colleagues.some((colleague) => colleague.id === receiverId))
        throw new InvalidInput({ receiverId: 'staff:error.noColleague' })
      for (const work of works) await work.handOver(ctx, id, receiverId)
    }
    await record(ctx, {
      event: receiverId ? 'staff.handedOver' : 'staff.leftWork',
      subjectKind: 'staffMember',
      subjectId: id,
      refs: receiverId ? { receiverId } : {},
      facts: { ...open },
    })
  })
}
