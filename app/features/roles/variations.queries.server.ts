import { permissionsOf, rolesHaving, type Permission, type Variation } from '#app/core/access/permissions.ts'
import type { TenantContext } from '#app/core/context.ts'
import { remembered } from '#app/core/memory.server.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'

export type Reading = Pick<TenantContext, 'memory' | 'db' | 'write'>

/** In what the region differs from what code says of its roles. */
export const variations = (ctx: Reading): Promise<Variation[]> =>
  remembered(ctx, 'rolePermissions', (db) =>
    db.selectFrom('rolePermission').select(['role', 'permission', 'granted']).execute(),
  )

/** What somebody of these roles may in this region now. */
export const permissionsHere = async (ctx: Reading, roles: readonly StaffRole[]): Promise<ReadonlySet<Permission>> =>
  permissionsOf(roles, await variations(ctx))

/** The roles that have one of these permissions in this region now. */
export const rolesHavingHere = async (ctx: Reading, ...wanted: readonly Permission[]): Promise<StaffRole[]> =>
  rolesHaving(wanted, await variations(ctx))
