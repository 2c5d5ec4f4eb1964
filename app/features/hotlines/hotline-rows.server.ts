import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows } from '#app/core/changes/rows.ts'

export const hotlineRows: OrderedRows<Selectable<TenantTables['hotline']>> = {
  table: 'hotline',
  noun: 'hotline',
  subject: 'Hotline',
  lock: ({ db }, ids) =>
    db
      .selectFrom('hotline')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('hotline').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('hotline').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('hotline').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('hotline').where('id', '=', id).execute(),
}
