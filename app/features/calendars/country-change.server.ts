import type { Selectable } from 'kysely'
import { mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ControlTables } from '#db/schema/control.ts'
import type { DayLine } from '#db/schema/calendar.ts'
import { formerDays, linesWith } from './calendar-lines.ts'
import type { DecreedDay } from './calendar.ts'
import type { SameChange } from './calendars.schema.ts'
import { countryLayer } from './country.queries.server.ts'
import { linesOfForm, type DayForm } from './lines-of-form.ts'
import { rowsOf } from './own-change.server.ts'

type Row = Selectable<ControlTables['calendarChange']>
type State = Row['state']

/** The country's clock: its capital's. */
const timeZone = 'Asia/Almaty'

/**
 * Drafts a change of the country's calendar, or adds a day to a draft: nothing moves before it is applied. The id of the
 * draft. Throws ForbiddenError, NotFound, InvalidInput, Refusal.
 */
export function draftCountryDay(ctx: PlatformContext, form: DayForm): Promise<string> {
  return draft(ctx, form.input, (standing, days) =>
    linesWith(days, linesOfForm(form, standing, days, wallClockParts(ctx.clock.now(), timeZone).day)),
  )
}

/** Drafts what puts everything back that an applied change has done. Throws as the other. */
export function draftCountryTakingBack(ctx: PlatformContext, id: string, input: SameChange): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    const { state, former, source } = await lock(ctx, id)
    if (state !== 'applied' || !former) throw new Refusal('calendars:error.notApplied')
    return draft(ctx, { ...input, change: null, source }, () => former.days)
  })
}

function draft(
  ctx: PlatformContext,
  { submissionKey, change, source }: { submissionKey: string; change: string | null; source: string | null },
  linesAfter: (standing: readonly DecreedDay[], drafted: readonly DayLine[]) => readonly DayLine[],
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    if (ctx.principal.kind !== 'platform') throw new NotFound('PlatformPerson')
    const standing = await countryLayer(ctx)
    if (change) {
      const draft = await lock(ctx, change)
      if (draft.state !== 'draft') throw new Refusal('calendars:error.notDraft')
      const lines = { days: linesAfter(standing, draft.lines.days), hours: null }
      await ctx.db
        .updateTable('calendarChange')
        .set({ lines: JSON.stringify(lines), version: draft.version + 1 })
        .where('id', '=', change)
        .execute()
      await note(ctx, change, 'extended')
      return change
    }
    if (!source) throw new InvalidInput({ source: 'calendars:error.sourceMissing' })
    const id = newId()
    const made = await ctx.db
      .insertInto('calendarChange')
      .values({
        id,
        submissionKey,
        state: 'draft',
        lines: JSON.stringify({ days: linesAfter(standing, []), hours: null }),
        former: null,
        source,
        madeBy: ctx.principal.id,
        madeAt: ctx.clock.now(),
        appliedBy: null,
        appliedAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) {
      const former = ctx.db.selectFrom('calendarChange').select('id').where('submissionKey', '=', submissionKey)
      return (await former.executeTakeFirstOrThrow()).id
    }
    await note(ctx, id, 'drafted')
    return id
  })
}

/**
 * Shows a draft to every region and has them count what it would move: the platform sees their counts, each region its
 * appeals. Throws ForbiddenError, NotFound, Refusal.
 */
export function announceCountryChange(ctx: PlatformContext, id: string, input: SameChange): Promise<void> {
  return goOn(ctx, id, input, { from: ['draft'], to: 'announced' })
}

/** Gives up what was drafted or announced. Throws as the other. */
export function discardCountryChange(ctx: PlatformContext, id: string, input: SameChange): Promise<void> {
  return goOn(ctx, id, input, { from: ['draft', 'announced'], to: 'discarded' })
}

/** Applies what was announced, to the country and then to every region. Throws as the others. */
export function applyCountryChange(ctx: PlatformContext, id: string, input: SameChange): Promise<void> {
  return goOn(ctx, id, input, { from: ['announced'], to: 'applied' }, async (ctx, { lines, source }) => {
    const former = { days: formerDays(await countryLayer(ctx), lines.days), hours: null }
    const touched = lines.days.map(({ day }) => day)
    await ctx.db.deleteFrom('calendarDay').where('day', 'in', touched).execute()
    const rows = rowsOf(lines.days).map((row) => ({ ...row, source }))
    if (rows.length > 0) await ctx.db.insertInto('calendarDay').values(rows).execute()
    if (ctx.principal.kind !== 'platform') throw new NotFound('PlatformPerson')
    return { former: JSON.stringify(former), appliedBy: ctx.principal.id, appliedAt: ctx.clock.now() }
  })
}

function goOn(
  ctx: PlatformContext,
  id: string,
  input: SameChange,
  { from, to }: { from: readonly State[]; to: Exclude<State, 'draft'> },
  work: (
    ctx: PlatformContext,
    change: Row,
  ) => Promise<Partial<Record<'former' | 'appliedBy', string>> & { appliedAt?: Date }> = async () => ({}),
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    const change = await lock(ctx, id)
    mustBeSameVersion(change, input.version)
    if (!from.includes(change.state)) throw new Refusal('calendars:error.notDraft')
    const done = await work(ctx, change)
    await ctx.db
      .updateTable('calendarChange')
      .set({ ...done, state: to, version: change.version + 1 })
      .where('id', '=', id)
      .execute()
    await note(ctx, id, to)
  })
}

async function lock({ db }: PlatformContext, id: string): Promise<Row> {
  const change = await db.selectFrom('calendarChange').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!change) throw new NotFound('CalendarChange')
  return change
}

const note = (ctx: PlatformContext, id: string, verb: 'drafted' | 'extended' | Exclude<State, 'draft'>) =>
  record(ctx, { event: `countryCalendar.${verb}`, subjectKind: 'calendarChange', subjectId: id, fields: ['lines'] })
