import type { Selectable } from 'kysely'
import type { Rows } from '#app/core/changes/rows.ts'
import type { TenantTables } from '#db/schema/tenant.ts'

const written = (value: object | null) => (value === null ? null : JSON.stringify(value))

/** What was taken of newer packs: undone with what it changed, so that it is offered again. */
export const takenRows: Rows<Selectable<TenantTables['packTaken']>> = {
  table: 'packTaken',
  noun: 'pack',
  subject: 'Region',
  lock: ({ db }, ids) =>
    db
      .selectFrom('packTaken')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, { value, ...row }) =>
    db
      .insertInto('packTaken')
      .values({ ...row, value: written(value) })
      .execute(),
  update: ({ db }, id, { value, ...patch }) =>
    db
      .updateTable('packTaken')
      .set({ ...patch, ...(value === undefined ? {} : { value: written(value) }) })
      .where('id', '=', id)
      .execute(),
  remove: ({ db }, id) => db.deleteFrom('packTaken').where('id', '=', id).execute(),
  listedUnder: () => ({ kind: 'pack', id: 'region' }),
}
