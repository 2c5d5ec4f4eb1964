import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { OrderedRows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'

export const serviceRows: OrderedRows<Selectable<TenantTables['hallService']>> = {
  table: 'hall_service',
  noun: 'service',
  subject: 'HallService',
  lock: ({ db }, ids) =>
    db
      .selectFrom('hallService')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }, { hallId }) =>
    db
      .selectFrom('hallService')
      .selectAll()
      .where('hallId', '=', hallId)
      .orderBy('position')
      .orderBy('id')
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('hallService').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('hallService').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('hallService').where('id', '=', id).execute(),
  settle: async ({ db }, service) => {
    if (service.retiredAt) return
    const hall = await db.selectFrom('hall').select('retiredAt').where('id', '=', service.hallId).executeTakeFirst()
    if (hall?.retiredAt) throw new Refusal('services:error.hallRetired')
    const twin = await db
      .selectFrom('hallService')
      .select('id')
      .where('hallId', '=', service.hallId)
      .where('letter', '=', service.letter)
      .where('retiredAt', 'is', null)
      .where('id', '!=', service.id)
      .executeTakeFirst()
    if (twin) throw new Refusal('services:error.letterTaken')
  },
}

export const priorityGroupRows: OrderedRows<Selectable<TenantTables['priorityGroup']>> = {
  table: 'priority_group',
  noun: 'priorityGroup',
  subject: 'HallService',
  lock: ({ db }, ids) =>
    db
      .selectFrom('priorityGroup')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) => db.selectFrom('priorityGroup').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('priorityGroup').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('priorityGroup').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('priorityGroup').where('id', '=', id).execute(),
}
