import type { Selectable } from 'kysely'
import type { OrderedRows } from '#app/core/changes/rows.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import type { TenantTables } from '#db/schema/tenant.ts'

/** With all the others, always in one order: two who retire the last two of a meaning must not both be the last but one. */
const lockAll = ({ db }: TenantContext) =>
  db.selectFrom('ratingChoice').selectAll().orderBy('position').orderBy('id').forUpdate().execute()

export const choiceRows: OrderedRows<Selectable<TenantTables['ratingChoice']>> = {
  table: 'ratingChoice',
  noun: 'ratingChoice',
  subject: 'RatingChoice',
  lock: async (ctx, ids) => (await lockAll(ctx)).filter(({ id }) => ids.includes(id)),
  order: lockAll,
  insert: ({ db }, row) => db.insertInto('ratingChoice').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('ratingChoice').set(patch).where('id', '=', id).execute(),
  remove: ({ db }, id) => db.deleteFrom('ratingChoice').where('id', '=', id).execute(),
  // Whoever is content and whoever is not must both find their word.
  settle: async (ctx) => {
    const left = (await lockAll(ctx)).filter(({ retiredAt }) => retiredAt === null)
    const means = (meaning: string) => left.some((choice) => choice.meaning === meaning)
    if (!means('solved') || !means('notSolved')) throw new Refusal('ratings:error.bothNeeded')
  },
}
