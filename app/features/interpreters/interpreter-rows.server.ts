import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows } from '#app/core/changes/rows.ts'

export const interpreterRows: OrderedRows<Selectable<TenantTables['interpreter']>> = {
  table: 'interpreter',
  noun: 'interpreter',
  subject: 'Interpreter',
  lock: ({ db }, ids) =>
    db
      .selectFrom('interpreter')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('interpreter').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('interpreter').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('interpreter').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('interpreter').where('id', '=', id).execute(),
}
