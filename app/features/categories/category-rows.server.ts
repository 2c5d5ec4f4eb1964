import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows } from '#app/core/changes/rows.ts'

export const categoryRows: OrderedRows<Selectable<TenantTables['category']>> = {
  table: 'category',
  noun: 'category',
  subject: 'Category',
  lock: ({ db }, ids) =>
    db
      .selectFrom('category')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('category').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('category').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('category').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('category').where('id', '=', id).execute(),
}
