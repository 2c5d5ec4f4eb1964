import { authorize } from '#app/core/access/authorize.ts'
import {
  isFloor,
  isUsual,
  isVariedRole,
  isWithinCeiling,
  needsOf,
  permissions,
  permissionsOfRole,
  staffRoles,
  type Permission,
  type VariedRole,
} from '#app/core/access/permissions.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { groupOf, type PermissionGroup } from './permission-groups.ts'
import { markOf } from './role-mark.server.ts'
import { variations } from './variations.queries.server.ts'

/** How a role stands to a permission. `above`: no region may give it. */
export type Standing = 'has' | 'lacks' | 'above'

export interface MatrixRow {
  readonly permission: Permission
  readonly group: PermissionGroup
  readonly standings: Readonly<Record<VariedRole, Standing>>
}

/** What every role may here. Throws ForbiddenError. */
export async function getMatrix(ctx: TenantContext): Promise<{ rows: MatrixRow[]; varied: VariedRole[] }> {
  authorize(ctx.ability, 'configure', 'Role')
  const own = await variations(ctx)
  const held = new Map(staffRoles.map((role) => [role, permissionsOfRole(role, own)]))
  const standing = (role: VariedRole, permission: Permission): Standing =>
    held.get(role)?.has(permission) ? 'has' : isWithinCeiling(role, permission) ? 'lacks' : 'above'
  const standings = (permission: Permission) =>
    Object.fromEntries(staffRoles.map((role) => [role, standing(role, permission)])) as Record<VariedRole, Standing>
  return {
    rows: permissions.map((permission) => ({
      permission,
      group: groupOf(permission),
      standings: standings(permission),
    })),
    varied: staffRoles.filter((role) => own.some((one) => one.role === role)),
  }
}

export interface RoleItem {
  readonly permission: Permission
  readonly group: PermissionGroup
  readonly held: boolean
  /** Whether the role has it where the region changes nothing. */
  readonly usual: boolean
  /** Nobody takes it from the role. */
  readonly fixed: boolean
  readonly needs: readonly Permission[]
}

/** One role with everything within its ceiling, and what lies above. Throws ForbiddenError, NotFound. */
export async function getRole(ctx: TenantContext, role: string) {
  authorize(ctx.ability, 'configure', 'Role')
  if (!isVariedRole(role)) throw new NotFound('Role')
  const own = (await variations(ctx)).filter((one) => one.role === role)
  const held = permissionsOfRole(role, own)
  const offered = permissions.filter((permission) => isWithinCeiling(role, permission))
  return {
    role,
    mark: markOf(own),
    items: offered.map((permission): RoleItem => {
      return {
        permission,
        group: groupOf(permission),
        held: held.has(permission),
        usual: isUsual(role, permission),
        fixed: isFloor(role, permission),
        needs: needsOf(permission),
      }
    }),
    above: permissions.filter((permission) => !isWithinCeiling(role, permission)),
  }
}

export type RoleView = Awaited<ReturnType<typeof getRole>>
