import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows } from '#app/core/changes/rows.ts'

export const districtRows: OrderedRows<Selectable<TenantTables['district']>> = {
  table: 'district',
  noun: 'district',
  subject: 'District',
  lock: ({ db }, ids) =>
    db
      .selectFrom('district')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('district').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('district').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('district').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('district').where('id', '=', id).execute(),
}
