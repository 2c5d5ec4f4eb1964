import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Rows } from '#app/core/changes/rows.ts'

/** The one row that says what the region is called, how it looks and by which numbers it works. */
export const profileRows: Rows<Selectable<TenantTables['regionProfile']>> = {
  table: 'regionProfile',
  noun: 'region',
  subject: 'Region',
  lock: ({ db }, ids) =>
    db
      .selectFrom('regionProfile')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('regionProfile').values(row).execute(),
  update: ({ db, clock }, id, patch) =>
    db
      .updateTable('regionProfile')
      .set({ ...patch, updatedAt: clock.now() })
      .where('id', '=', id)
      .execute(),
  remove: ({ db }, id) => db.deleteFrom('regionProfile').where('id', '=', id).execute(),
}

/** The id of that row, and what the history of the region is kept under. */
export const regionRow = 'region'
