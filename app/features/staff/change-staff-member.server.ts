import { findAgency } from '#app/features/agencies/public.server.ts'
import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { folded } from '#app/core/i18n/fold.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { needsAgency } from './staff.ts'
import { staffRows } from './staff-rows.server.ts'
import type { ChangeStaffMember } from './staff.schema.ts'

/**
 * Changes what a member of the staff is called and does; it holds from the next request on. Roles that the form does not
 * offer stay. Throws NotFound, Refusal for a form made from an older row, and where no administrator would be left.
 */
export function changeStaffMember(
  ctx: TenantContext,
  id: string,
  input: ChangeStaffMember,
): Promise<string | undefined> {
  return makeChange(ctx, { event: 'staff.changed', may: 'StaffMember', input }, async (ctx, change) => {
    const member = await lockRow(ctx, staffRows, id)
    mustBeSameVersion(member, input.version)
    const { fullName, locale } = input
    const offered: readonly string[] = staffRoles
    const roles = [...member.roles.filter((role) => !offered.includes(role)), ...input.roles]
    const agencyId = needsAgency(roles) ? (input.agencyId ?? null) : null
    if (agencyId && agencyId !== member.agencyId && !(await findAgency(ctx, agencyId))) throw new NotFound('Agency')
    await change.update(staffRows, member, { fullName, foldedName: folded(fullName), roles, agencyId, locale })
    return { kind: 'staffMember', id, ...(agencyId ? { refs: { agencyId } } : {}) }
  })
}
