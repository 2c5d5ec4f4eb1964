import type { Selectable } from 'kysely'
import type { TenantContext } from '#app/core/context.ts'
import type { Rows } from '#app/core/changes/rows.ts'
import { Refusal } from '#app/core/errors.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Day } from './calendar.ts'
import type { TermKind } from './term-kinds.ts'
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

/** A term that is none of a legal kind has no id of its own: the day it applies from is one. */
type DatedRow = Selectable<TenantTables['forwardTerm']> & { readonly id: string }

const withId = <Row extends { readonly appliesFrom: Day }>(row: Row) => ({ ...row, id: row.appliesFrom })

const forwardTermRows: Rows<DatedRow> = {
  table: 'forwardTerm',
  noun: 'term',
  subject: 'Calendar',
  lock: async ({ db }, ids) => {
    const rows = db.selectFrom('forwardTerm').selectAll().where('appliesFrom', 'in', ids).forUpdate()
    return (await rows.execute()).map(withId)
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

const cureTermRows: Rows<DatedRow> = {
  table: 'cureTerm',
  noun: 'term',
  subject: 'Calendar',
  lock: async ({ db }, ids) => {
    const rows = db.selectFrom('cureTerm').selectAll().where('appliesFrom', 'in', ids).forUpdate()
    return (await rows.execute()).map(withId)
  },
  insert: ({ db }, { id: _day, ...row }) => db.insertInto('cureTerm').values(row).execute(),
  update: ({ db }, id, { id: _day, ...patch }) =>
    db.updateTable('cureTerm').set(patch).where('appliesFrom', '=', id).execute(),
  remove: async (ctx, id) => {
    await mustBePlanned(ctx, { appliesFrom: id })
    await ctx.db.deleteFrom('cureTerm').where('appliesFrom', '=', id).execute()
  },
  settle: mustBePlanned,
}

/** By kind: the terms that are for something beside the legal kinds. */
export const datedTermRows = { forwarding: forwardTermRows, cure: cureTermRows } as const

export const isDated = (kind: TermKind): kind is keyof typeof datedTermRows => Object.hasOwn(datedTermRows, kind)
