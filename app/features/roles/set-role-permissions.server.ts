import {
  isFloor,
  isUsual,
  isVariedRole,
  isWithinCeiling,
  needsOf,
  permissions,
  type Permission,
  type VariedRole,
} from '#app/core/access/permissions.ts'
import { makeChange } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { mayGive } from './may-give.ts'
import { lockRole, roleRows, saidOf } from './role-rows.server.ts'
import { markOf } from './role-mark.server.ts'
import type { SetRolePermissions } from './roles.schema.ts'

/**
 * Says what a role may in this region from the next request on. What a permission needs comes with it. Throws
 * ForbiddenError, NotFound for a role that no region varies, Refusal for a page that is out of date, and InvalidInput for
 * what lies above the ceiling, for what was taken away and is still needed, and for what the asker may not give.
 */
export async function setRolePermissions(
  ctx: TenantContext,
  role: string,
  input: SetRolePermissions,
): Promise<string | undefined> {
  if (!isVariedRole(role)) throw new NotFound('Role')
  const asked = { event: 'role.changed', may: 'Role', input: { ...input, role } } as const
  return makeChange(ctx, asked, async (ctx, change) => {
    const rows = await lockRole(ctx, role)
    if (markOf(rows) !== input.mark) throw new Refusal('common:change.stale')
    const stands = saidOf(role, rows)
    const wished = wishedOf(ctx, role, input.permissions, stands)
    const given = permissions.filter((one) => wished.has(one) && !stands.has(one))
    const taken = permissions.filter((one) => !wished.has(one) && stands.has(one))
    const lacking = given.find((one) => !mayGive(ctx.principal, role, one))
    if (lacking) throw wrong(ctx, 'roles:error.notYourself', { permission: lacking })
    // What is needed comes first and goes last, so that each step can be taken back on its own.
    for (const permission of [...byNeed(taken).toReversed(), ...byNeed(given)]) {
      const row = rows.find((one) => one.permission === permission)
      const granted = wished.has(permission)
      if (!row) await change.insert(roleRows, { id: newId(), role, permission, granted, version: 1 })
      else if (granted === isUsual(role, permission)) await change.remove(roleRows, row)
      // A pack may have said once more what is usual.
      else await change.update(roleRows, row, { granted })
    }
    return { kind: 'role', id: role, refs: refsOf({ given, taken }) }
  })
}

/** What the role is to have: everything ticked, what nobody takes from it, and what all that needs. Throws InvalidInput. */
function wishedOf(
  ctx: TenantContext,
  role: VariedRole,
  ticked: readonly Permission[],
  stands: ReadonlySet<Permission>,
): ReadonlySet<Permission> {
  const above = ticked.find((one) => !isWithinCeiling(role, one))
  if (above) throw wrong(ctx, 'roles:error.aboveCeiling', { permission: above })
  const wished = new Set([...ticked, ...permissions.filter((one) => isFloor(role, one))])
  for (const permission of wished) {
    for (const needed of needsOf(permission)) {
      if (wished.has(needed)) continue
      // Somebody has just taken it away, and must see what stands on it.
      if (stands.has(needed)) throw wrong(ctx, 'roles:error.needs', { permission, needed })
      wished.add(needed)
    }
  }
  return wished
}

const byNeed = (list: readonly Permission[]) => list.toSorted((one, other) => depth(one) - depth(other))

const depth = (permission: Permission): number => Math.max(0, ...needsOf(permission).map((one) => depth(one) + 1))

function wrong(ctx: TenantContext, key: string, names: Readonly<Record<string, Permission>>): InvalidInput {
  const values = Object.fromEntries(
    Object.entries(names).map(([name, permission]) => [name, ctx.t(`roles:permission.${permission}`)]),
  )
  return new InvalidInput({ permissions: { key, values } })
}

/** For the journal, which keeps it when the images are gone: names of permissions are nobody's personal values. */
const refsOf = (lists: Readonly<Record<string, readonly Permission[]>>) =>
  Object.fromEntries(
    Object.entries(lists).flatMap(([name, list]) => (list.length > 0 ? [[name, list.join(' ')] as const] : [])),
  )
