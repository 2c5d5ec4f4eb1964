import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { CalendarLines } from '#db/schema/calendar.ts'
import { hoursOf, isSameHours, linesWith } from './calendar-lines.ts'
import { getTermBook } from './calendars.queries.server.ts'
import type { ChangeHours, SameChange } from './calendars.schema.ts'
import { linesOfForm, type DayForm } from './lines-of-form.ts'
import { lockChange } from './own-change.server.ts'

/** What one form adds to a draft. */
interface Addition {
  readonly submissionKey: string
  /** The draft that is gone on with; null for a new one. */
  readonly change: string | null
  readonly source: string | null
}

/**
 * Drafts a change of one of the region's own days, or adds it to a draft: nothing moves before it is applied. The id of
 * the draft. Throws ForbiddenError, NotFound, InvalidInput, Refusal.
 */
export function draftDay(ctx: TenantContext, form: DayForm): Promise<string> {
  return draft(ctx, form.input, async (ctx, { days, hours }) => {
    const { layers, hours: clocks } = await getTermBook(ctx)
    const today = wallClockParts(ctx.clock.now(), clocks.timeZone).day
    return { days: linesWith(days, linesOfForm(form, layers.own, days, today)), hours }
  })
}

/** The same for hours of work, end of the day and the distance of inner clocks. */
export function draftHours(ctx: TenantContext, input: ChangeHours): Promise<string> {
  return draft(ctx, input, async (ctx, { days }) => {
    const { week, dayEnd, innerDays } = input
    const hours = { week, dayEnd, innerDays }
    if (isSameHours(hours, hoursOf(await getTermBook(ctx)))) throw new Refusal('calendars:error.nothingChanged')
    return { days, hours }
  })
}

/** Drafts what puts everything back that an applied change has done. The id of the draft. Throws as the others. */
export function draftTakingBack(ctx: TenantContext, id: string, input: SameChange): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    const done = await lockChange(ctx, id)
    if (done.state !== 'applied' || done.origin !== 'region' || !done.former)
      throw new Refusal('calendars:error.notApplied')
    const { former } = done
    return draft(ctx, { ...input, change: null, source: done.source }, async () => former)
  })
}

function draft(
  ctx: TenantContext,
  { submissionKey, change, source }: Addition,
  linesAfter: (ctx: TenantContext, lines: CalendarLines) => Promise<CalendarLines>,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'configure', 'Calendar')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    if (change) {
      const draft = await lockChange(ctx, change)
      if (draft.state !== 'draft') throw new Refusal('calendars:error.notDraft')
      const lines = await linesAfter(ctx, draft.lines)
      await ctx.db
        .updateTable('calendarChange')
        .set({ lines: JSON.stringify(lines), version: draft.version + 1 })
        .where('id', '=', change)
        .execute()
      await recordDraft(ctx, change, 'extended')
      return change
    }
    if (!source) throw new InvalidInput({ source: 'calendars:error.sourceMissing' })
    const id = newId()
    const lines = await linesAfter(ctx, { days: [], hours: null })
    const made = await ctx.db
      .insertInto('calendarChange')
      .values({
        id,
        submissionKey,
        origin: 'region',
        state: 'draft',
        lines: JSON.stringify(lines),
        former: null,
        source,
        madeBy: ctx.principal.id,
        madeAt: ctx.clock.now(),
        appliedBy: null,
        appliedAt: null,
      })
      .onConflict((conflict) => conflict.column('submissionKey').doNothing())
      .executeTakeFirst()
    // The same page sent twice is one draft.
    if (made.numInsertedOrUpdatedRows === 0n) return changeOfForm(ctx, submissionKey)
    await recordDraft(ctx, id, 'drafted')
    return id
  })
}

async function changeOfForm({ db }: TenantContext, submissionKey: string): Promise<string> {
  const { id } = await db
    .selectFrom('calendarChange')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirstOrThrow()
  return id
}

const recordDraft = (ctx: TenantContext, id: string, verb: 'drafted' | 'extended') =>
  record(ctx, { event: `calendar.${verb}`, subjectKind: 'calendarChange', subjectId: id, fields: ['lines'] })
