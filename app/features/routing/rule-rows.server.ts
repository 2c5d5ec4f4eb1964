import type { Selectable } from 'kysely'
import type { OrderedRows } from '#app/core/changes/rows.ts'
import type { TenantTables } from '#db/schema/tenant.ts'

export const routingRuleRows: OrderedRows<Selectable<TenantTables['routingRule']>> = {
  table: 'routingRule',
  noun: 'routingRule',
  subject: 'RoutingRule',
  lock: ({ db }, ids) =>
    db
      .selectFrom('routingRule')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('routingRule').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('routingRule').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('routingRule').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('routingRule').where('id', '=', id).execute(),
}
