import type { Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Rows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'
import { isBetween } from './retentions.schema.server.ts'

/** The terms that somebody has changed; each rests anew with every change, an undoing too. */
export const retentionTermRows: Rows<Selectable<TenantTables['retentionTerm']>> = {
  table: 'retentionTerm',
  noun: 'retentionTerm',
  subject: 'RetentionTerm',
  lock: ({ db }, ids) =>
    db
      .selectFrom('retentionTerm')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db, clock }, row) =>
    db
      .insertInto('retentionTerm')
      .values({ ...row, changedAt: clock.now() })
      .execute(),
  update: ({ db, clock }, id, patch) =>
    db
      .updateTable('retentionTerm')
      .set({ ...patch, changedAt: clock.now() })
      .where('id', '=', id)
      .execute(),
  remove: ({ db }, id) => db.deleteFrom('retentionTerm').where('id', '=', id).execute(),
  settle: async (_ctx, { id, amount }) => {
    if (!isBetween(id, amount)) throw new Refusal('retentions:error.between')
  },
}
