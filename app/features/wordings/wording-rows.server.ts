import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Rows } from '#app/core/changes/rows.ts'

export const wordingRows: Rows<Selectable<TenantTables['wording']>> = {
  table: 'wording',
  noun: 'wording',
  subject: 'Region',
  lock: ({ db }, ids) =>
    db
      .selectFrom('wording')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('wording').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('wording').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('wording').where('id', '=', id).execute(),
}
