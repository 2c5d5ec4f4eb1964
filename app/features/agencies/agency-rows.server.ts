import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows, Rows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'
import { openAppealsOf } from './agency-holds.server.ts'

export const agencyRows: OrderedRows<Selectable<TenantTables['agency']>> = {
  table: 'agency',
  noun: 'agency',
  subject: 'Agency',
  lock: ({ db }, ids) =>
    db
      .selectFrom('agency')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('agency').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('agency').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('agency').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('agency').where('id', '=', id).execute(),
  settle: async (ctx, agency) => {
    if (!agency.retiredAt) return
    const { count, numbers } = await openAppealsOf(ctx, agency.id)
    if (count > 0) throw new Refusal('agencies:error.hasOpen', { count, numbers: numbers.join(', ') })
  },
}

export const agencyNameRows: Rows<Selectable<TenantTables['agencyName']>> = {
  table: 'agencyName',
  noun: 'agencyName',
  subject: 'Agency',
  lock: ({ db }, ids) =>
    db
      .selectFrom('agencyName')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('agencyName').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('agencyName').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('agencyName').where('id', '=', id).execute(),
  listedUnder: (name) => ({ kind: 'agency', id: name.agencyId }),
}
