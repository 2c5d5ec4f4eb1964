import type { Selectable } from 'kysely'
import type { OrderedRows } from '#app/core/changes/rows.ts'
import type { TenantTables } from '#db/schema/tenant.ts'

export const templateRows: OrderedRows<Selectable<TenantTables['answerTemplate']>> = {
  table: 'answerTemplate',
  noun: 'answerTemplate',
  subject: 'AnswerTemplate',
  lock: ({ db }, ids) =>
    db
      .selectFrom('answerTemplate')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  order: ({ db }) =>
    db.selectFrom('answerTemplate').selectAll().orderBy('position').orderBy('id').forUpdate().execute(),
  insert: ({ db }, row) => db.insertInto('answerTemplate').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('answerTemplate').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('answerTemplate').where('id', '=', id).execute(),
}
