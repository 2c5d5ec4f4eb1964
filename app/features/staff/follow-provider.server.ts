import type { StaffRole } from '#db/schema/vocabulary.ts'
import type { TenantContext } from '#app/core/context.ts'
import { lockRow } from '#app/core/changes/ordered.server.ts'
import { record } from '#app/core/journal.server.ts'
import { staffRoles } from '#app/core/access/permissions.ts'
import { needsAgency } from './staff.ts'
import { staffRows } from './staff-rows.server.ts'

/** What the akimat's own provider says of a person's roles. */
interface Granted {
  /** Roles that the provider has the say in. */
  readonly covered: readonly StaffRole[]
  readonly roles: readonly StaffRole[]
  readonly agencyId: string | null
}

/** The roles a person has with what the provider grants; none of an agency without one, and none that nobody may give. */
export function rolesWith(former: readonly StaffRole[], granted: Granted, agencyId: string | null): StaffRole[] {
  const kept = former.filter((role) => !granted.covered.includes(role))
  const given = staffRoles.filter((role) => granted.roles.includes(role) && (agencyId || !needsAgency([role])))
  return [...new Set([...kept, ...given])]
}

/**
 * Gives a member the roles of the provider in the place of those it has the say in, inside the caller's transaction. The last
 * administrator stays one. False where no role is left.
 */
export async function followProvider(ctx: TenantContext, staffMemberId: string, granted: Granted): Promise<boolean> {
  const member = await lockRow(ctx, staffRows, staffMemberId)
  const agencyId = granted.agencyId ?? member.agencyId
  const wished = rolesWith(member.roles, granted, agencyId)
  const isLast =
    member.roles.includes('regionAdmin') && !wished.includes('regionAdmin') && !(await isOther(ctx, member.id))
  const roles: StaffRole[] = isLast ? [...wished, 'regionAdmin'] : wished
  const patch = { roles, agencyId: needsAgency(roles) ? agencyId : null }
  const fields = [
    ...(roles.toSorted().join() === member.roles.toSorted().join() ? [] : ['roles']),
    ...(patch.agencyId === member.agencyId ? [] : ['agencyId']),
  ]
  if (fields.length > 0) {
    await staffRows.update(ctx, member.id, { ...patch, version: member.version + 1 })
    await record(ctx, {
      event: 'staff.followedProvider',
      subjectKind: 'staffMember',
      subjectId: member.id,
      fields,
      refs: patch.agencyId ? { agencyId: patch.agencyId } : {},
    })
  }
  return roles.length > 0
}

/** Whether there is another administrator. All of them are locked with the member. */
async function isOther({ db }: TenantContext, id: string): Promise<boolean> {
  const other = await db
    .selectFrom('staffMember')
    .select('id')
    .where((where) => where('roles', '@>', where.val(['regionAdmin'])))
    .where('retiredAt', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other !== undefined
}
