import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'

export const hallRows: OrderedRows<Selectable<TenantTables['hall']>> = {
  table: 'hall',
  noun: 'hall',
  subject: 'Hall',
  lock: ({ db }, ids) =>
    db
      .selectFrom('hall')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('hall').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, { opening, ...row }) =>
    db
      .insertInto('hall')
      .values({ ...row, opening: JSON.stringify(opening) })
      .execute(),
  update: ({ db }, id, { opening, ...patch }) =>
    db
      .updateTable('hall')
      .set({ ...patch, ...(opening ? { opening: JSON.stringify(opening) } : {}) })
      .where('id', '=', id)
      .execute(),
  remove: ({ db }, id) => db.deleteFrom('hall').where('id', '=', id).execute(),
}

export const deskRows: OrderedRows<Selectable<TenantTables['desk']>> = {
  table: 'desk',
  noun: 'desk',
  subject: 'Hall',
  lock: ({ db }, ids) =>
    db
      .selectFrom('desk')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }, { hallId }) =>
    db
      .selectFrom('desk')
      .selectAll()
      .where('hallId', '=', hallId)
      .orderBy('position')
      .orderBy('id')
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('desk').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('desk').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('desk').where('id', '=', id).execute(),
  settle: async ({ db }, desk) => {
    if (desk.retiredAt) return
    const hall = await db.selectFrom('hall').select('retiredAt').where('id', '=', desk.hallId).executeTakeFirst()
    if (hall?.retiredAt) throw new Refusal('halls:error.hallRetired')
  },
  listedUnder: (desk) => ({ kind: 'hall', id: desk.hallId }),
}
