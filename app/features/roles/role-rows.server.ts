import type { Selectable } from 'kysely'
import {
  isFloor,
  isPermission,
  isUsual,
  isVariedRole,
  isWithinCeiling,
  needsOf,
  permissions,
  type Permission,
  type Variation,
  type VariedRole,
} from '#app/core/access/permissions.ts'
import type { Rows } from '#app/core/changes/rows.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { mayGive } from './may-give.ts'

export type RolePermissionRow = Selectable<TenantTables['rolePermission']>

/** The role's rows, with the lock under which all of them change: what one permission needs stands in another row. */
export async function lockRole({ db }: TenantContext, role: StaffRole): Promise<RolePermissionRow[]> {
  await db.selectFrom('regionProfile').select('id').forNoKeyUpdate().execute()
  return db.selectFrom('rolePermission').selectAll().where('role', '=', role).orderBy('permission').execute()
}

/** What the rows say, before anything that needs something else is left out. What code forbids they do not say. */
export function saidOf(role: VariedRole, rows: readonly Variation[]): ReadonlySet<Permission> {
  const own = new Map(rows.map(({ permission, granted }) => [permission, granted]))
  const said = (permission: Permission) =>
    isFloor(role, permission) ||
    (isWithinCeiling(role, permission) && (own.get(permission) ?? isUsual(role, permission)))
  return new Set(permissions.filter(said))
}

/** Throws Refusal where the role's rows as they stand now break a rule; an undoing is asked too. */
async function mustStand(ctx: TenantContext, role: StaffRole, gained?: string): Promise<void> {
  if (!isVariedRole(role)) throw new NotFound('Role')
  const said = saidOf(role, await lockRole(ctx, role))
  const nameOf = (permission: Permission) => ctx.t(`roles:permission.${permission}`)
  for (const permission of said) {
    const needed = needsOf(permission).find((one) => !said.has(one))
    if (needed) throw new Refusal('roles:error.needs', { permission: nameOf(permission), needed: nameOf(needed) })
  }
  if (gained === undefined) return
  if (!isPermission(gained) || !isWithinCeiling(role, gained)) throw new Refusal('roles:error.ceiling')
  if (!mayGive(ctx.principal, role, gained))
    throw new Refusal('roles:error.notYourself', { permission: nameOf(gained) })
}

export const roleRows: Rows<RolePermissionRow> = {
  table: 'rolePermission',
  noun: 'role',
  subject: 'Role',
  lock: async ({ db }, ids) => {
    await db.selectFrom('regionProfile').select('id').forNoKeyUpdate().execute()
    return db
      .selectFrom('rolePermission')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute()
  },
  insert: ({ db }, row) => db.insertInto('rolePermission').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('rolePermission').set(patch).where('id', '=', id).execute(),
  // Going back to what is usual may leave something without what it needs, and is a gain where something was taken away.
  remove: async (ctx, id) => {
    const row = await ctx.db.deleteFrom('rolePermission').where('id', '=', id).returningAll().executeTakeFirstOrThrow()
    await mustStand(ctx, row.role)
  },
  settle: (ctx, { role, permission, granted }) => mustStand(ctx, role, granted ? permission : undefined),
  listedUnder: ({ role }) => ({ kind: 'role', id: role }),
}
