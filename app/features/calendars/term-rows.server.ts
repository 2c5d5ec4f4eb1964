import type { Selectable } from 'kysely'
import type { TenantContext } from '#app/core/context.ts'
import type { Rows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Day } from './calendar.ts'
import { getPresent } from './calendars.queries.server.ts'

/** A term that has applied to somebody is changed by nobody, by an undoing neither: another one follows it from a date. */
async function mustBePlanned(ctx: TenantContext, { appliesFrom }: { readonly appliesFrom: Day }): Promise<void> {
  const { day } = await getPresent(ctx)
  if (appliesFrom <= day) throw new Refusal('calendars:error.termInForce')
}

export const termRows: Rows<Selectable<TenantTables['term']>> = {
  table: 'term',
  noun: 'term',
  subject: 'Calendar',
  lock: ({ db }, ids) =>
    db
      .selectFrom('term')
      .selectAll()
      .where('id', 'in', [...ids])
      .forUpdate()
      .execute(),
  insert: ({ db }, row) => db.insertInto('term').values(row).execute(),
  update: ({ db }, id, patch) => db.updateTable('term').set(patch).where('id', '=', id).execute(),
  remove: async (ctx, id) => {
    const [row] = await termRows.lock(ctx, [id])
    if (row) await mustBePlanned(ctx, row)
    await ctx.db.deleteFrom('term').where('id', '=', id).execute()
  },
  settle: mustBePlanned,
}

/** A forwarding term has no id of its own: the day it applies from is one. */
type ForwardRow = Selectable<TenantTables['forwardTerm']> & { readonly id: string }

export const forwardTermRows: Rows<ForwardRow> = {
  table: 'forwardTerm',
  noun: 'term',
  subject: 'Calendar',
  lock: async ({ db }, ids) => {
    const rows = await db
      .selectFrom('forwardTerm')
      .selectAll()
      .where('appliesFrom', 'in', [...ids])
      .forUpdate()
      .execute()
    return rows.map((row) => ({ ...row, id: row.appliesFrom }))
  },
  insert: ({ db }, { id: _day, ...row }) => db.insertInto('forwardTerm').values(row).execute(),
  update: ({ db }, id, { id: _day, ...patch }) =>
    db.updateTable('forwardTerm').set(patch).where('appliesFrom', '=', id).execute(),
  remove: async (ctx, id) => {
    await mustBePlanned(ctx, { appliesFrom: id })
    await ctx.db.deleteFrom('forwardTerm').where('appliesFrom', '=', id).execute()
  },
  settle: mustBePlanned,
}
