import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Rows } from '#app/core/changes/rows.ts'

// The secret is no part of a row: no image of a change has it.
export const providerRows: Rows<Selectable<TenantTables['identityProvider']>> = {
  table: 'identityProvider',
  noun: 'provider',
  subject: 'StaffMember',
  lock: ({ db }, ids) =>
    db
      .selectFrom('identityProvider')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('identityProvider').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('identityProvider').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('identityProvider').where('id', '=', id).execute(),
}

export const providerRoleRows: Rows<Selectable<TenantTables['providerRole']>> = {
  table: 'providerRole',
  noun: 'providerRole',
  subject: 'StaffMember',
  lock: ({ db }, ids) =>
    db
      .selectFrom('providerRole')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('providerRole').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('providerRole').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('providerRole').where('id', '=', id).execute(),
  listedUnder: () => ({ kind: 'provider', id: 'provider' }),
}
