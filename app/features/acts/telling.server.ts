import { listPeople } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAct } from './act-rows.queries.server.ts'
import type { NoteTelling } from './acts.schema.ts'
import { staffOf } from './approve-act.server.ts'
import { getMeasures } from './fitting.server.ts'
import { firstTold, watchedActs } from './telling.queries.server.ts'

/**
 * Remembers under which event people are told of an act, and how many they are; before anything is sent, and harmless if done
 * again.
 */
export function followTelling(ctx: TenantContext, actId: string, eventId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const begun = await ctx.db
      .updateTable('actNotice')
      .set({ eventId })
      .where('actId', '=', actId)
      .where('eventId', 'is', null)
      .returning('appealId')
      .executeTakeFirst()
    if (!begun) return
    const people = (await listPeople(ctx, begun.appealId)).length
    await ctx.db.updateTable('actNotice').set({ people }).where('actId', '=', actId).execute()
  })
}

/**
 * Notes that somebody told the person of an act outside of the product: when and how. Once.
 * Throws NotFound, ForbiddenError, InvalidInput for a day on which that cannot have been, Refusal where it is noted.
 */
export function noteTelling(ctx: TenantContext, appealId: string, actId: string, input: NoteTelling): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { act } = await getAct(ctx, appealId, actId, { lock: true })
    authorize(ctx.ability, 'draft', 'Act', act)
    if (act.status !== 'signed' || !act.signedAt) throw new Refusal('acts:error.notNow')
    const { book, today } = await getMeasures(ctx)
    const signedOn = wallClockParts(act.signedAt, book.hours.timeZone).day
    if (input.toldOn < signedOn || input.toldOn > today) throw new InvalidInput({ toldOn: 'acts:error.toldOnWrong' })
    const noted = await ctx.db
      .updateTable('actNotice')
      .set({ ...input, notedBy: staffOf(ctx), notedAt: ctx.clock.now() })
      .where('actId', '=', actId)
      .where('toldOn', 'is', null)
      .executeTakeFirst()
    if (noted.numUpdatedRows === 0n) throw new Refusal('acts:error.toldAlready')
    await judge(ctx, actId)
    await record(ctx, {
      event: 'act.told',
      subjectKind: 'act',
      subjectId: actId,
      fields: ['toldOn', 'toldWay', 'toldRef'],
      refs: { appealId },
      facts: { kind: act.kind, way: input.toldWay },
    })
  })
}

/** Acts judged in one transaction. */
const batchSize = 100

/**
 * Looks through the signed acts whose notice is past its day and not settled, and says of each what became of it: told in
 * time, told late, or told to nobody, which is journalled once. Batch by batch: killed in between it goes on at the next
 * look, and a second look says nothing twice. Resolves with how many it looked at.
 */
export async function watchNotices(ctx: TenantContext, most = batchSize): Promise<number> {
  let looked = 0
  for (let behind = ''; ; ) {
    const batch = await inTransaction(ctx, (ctx) => watchBatch(ctx, behind, most))
    looked += batch.length
    if (batch.length < most) return looked
    behind = batch.at(-1) ?? behind
  }
}

/** Judges the next acts behind an id; returns their ids. */
async function watchBatch(ctx: TenantContext, behind: string, most: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('actNotice')
    .select('actId')
    .where('state', 'in', ['due', 'missing'])
    .where('noticeAt', '<', ctx.clock.now())
    .where('actId', '>', behind)
    .orderBy('actId')
    .limit(most)
    .forUpdate()
    .execute()
  for (const { actId } of rows) await judge(ctx, actId)
  return rows.map(({ actId }) => actId)
}

/** Says of one act what its telling came to, once its day is over. */
async function judge(ctx: TenantContext, actId: string): Promise<void> {
  const row = await watchedActs(ctx).where('actNotice.actId', '=', actId).executeTakeFirst()
  if (!row) throw new NotFound('Act')
  if (row.noticeAt > ctx.clock.now()) return
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const told = firstTold(row, timeZone)
  const state = told === undefined ? 'missing' : told <= row.noticeBy ? 'told' : 'late'
  if (state === row.state) return
  await ctx.db.updateTable('actNotice').set({ state }).where('actId', '=', actId).execute()
  if (state === 'told') return
  await record(ctx, {
    event: state === 'missing' ? 'act.noticeMissed' : 'act.toldLate',
    subjectKind: 'act',
    subjectId: actId,
    fields: ['state'],
    refs: { appealId: row.appealId },
    facts: { kind: row.kind, noticeBy: row.noticeBy },
  })
}
