import { isVariedRole, isWithinCeiling, type Permission } from '#app/core/access/permissions.ts'
import { permits, type SignedIn, type StaffPrincipal } from '#app/core/access/principal.ts'
import { seenAbility } from '#app/core/access/seen-ability.server.ts'
import type { Seeing, TenantContext } from '#app/core/context.ts'
import { seenRole } from '#app/core/http/see-as.server.ts'
import { permissionsHere } from './variations.queries.server.ts'

type Entering = Pick<TenantContext, 'secret' | 'tenant' | 'origin' | 'memory' | 'db' | 'write' | 'abilityOf'>

/** What opens pages that are nothing without the rows that are kept from the asker. */
const leftOut: readonly Permission[] = ['registers.import', 'registers.export', 'appeals.requestCure', 'appeals.bundle']

/** Whether people of this role work for one agency. */
export const worksForAgency = (role: StaffPrincipal['roles'][number]): boolean =>
  isWithinCeiling(role, 'appeals.readOwn')

/** Whom the asker's session looks on as; undefined where it does not, or its person may do that no more. */
export async function findSeeing(
  ctx: Entering,
  cookieHeader: string | null,
  signedIn: SignedIn,
): Promise<Seeing | undefined> {
  const { person, sessionId } = signedIn
  if (person.kind !== 'staff' || !permits(person, 'roles.configure')) return undefined
  const seen = await seenRole(ctx, cookieHeader, sessionId)
  if (!seen || !isVariedRole(seen.role)) return undefined
  const roles = [seen.role]
  const held = await permissionsHere(ctx, roles)
  const permissions = new Set([...held].filter((one) => !leftOut.includes(one) || permits(person, one)))
  const principal: StaffPrincipal = { ...person, roles, agencyId: seen.agencyId, permissions }
  return { principal, ability: seenAbility(ctx.abilityOf(principal), ctx.abilityOf(person)) }
}
