import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { weekdays } from './calendar.ts'
import { getLayers, getTermBook } from './calendars.queries.server.ts'
import { shownLines } from './change-lines.queries.server.ts'
import { shownDays, yearsOf } from './shown-days.ts'
import { shownIntervals } from './typed-intervals.ts'

/** Versions shown at once, newest first. */
const mostShown = 50

/** The region's calendar of a year, its hours, and every version of both. Throws ForbiddenError. */
export async function getCalendar(ctx: TenantContext, wished: string | null) {
  authorize(ctx.ability, 'configure', 'Calendar')
  const book = await getTermBook(ctx)
  const years = yearsOf(book.days, ctx.clock.now(), wished)
  const changes = await ctx.db
    .selectFrom('calendarChange')
    .leftJoin('staffMember', 'staffMember.id', 'calendarChange.madeBy')
    .select(['calendarChange.id', 'origin', 'state', 'lines', 'source', 'madeAt', 'appliedAt', 'fullName'])
    .orderBy('madeAt', 'desc')
    .limit(mostShown)
    .execute()
  return {
    ...years,
    days: shownDays(ctx, book.days, years.year),
    hours: hoursShown(book),
    changes: changes.map((change) => ({
      id: change.id,
      origin: change.origin,
      state: change.state,
      lines: shownLines(ctx, change.lines),
      source: change.source,
      who: change.fullName ?? '',
      at: formatMoment(change.appliedAt ?? change.madeAt, book.hours.timeZone),
    })),
  }
}

/** The region's hours as a form shows them. Throws ForbiddenError. */
export async function getHours(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'Calendar')
  return hoursShown(await getTermBook(ctx))
}

const hoursShown = ({ hours, innerDays }: Awaited<ReturnType<typeof getTermBook>>) => ({
  week: weekdays.map((day) => ({ day, intervals: shownIntervals(hours.week[day]) })),
  dayEnd: hours.dayEnd,
  innerDays,
})

/** One of the region's own days to be moved or removed. Throws ForbiddenError, NotFound. */
export async function getOwnDay(ctx: TenantContext, day: string) {
  authorize(ctx.ability, 'configure', 'Calendar')
  const { own } = await getLayers(ctx)
  const [found] = shownDays(
    ctx,
    own.filter((one) => one.day === day),
  )
  if (!found) throw new NotFound('CalendarDay')
  return found
}

/** One change of the region's calendar, with how far it has come. Throws ForbiddenError, NotFound. */
export async function getCalendarChange(ctx: TenantContext, id: string) {
  authorize(ctx.ability, 'configure', 'Calendar')
  const change = await ctx.db
    .selectFrom('calendarChange')
    .leftJoin('staffMember', 'staffMember.id', 'calendarChange.madeBy')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .selectAll('calendarChange')
    .select(['fullName', 'timeZone'])
    .where('calendarChange.id', '=', id)
    .executeTakeFirst()
  if (!change) throw new NotFound('CalendarChange')
  return {
    id: change.id,
    origin: change.origin,
    state: change.state,
    version: change.version,
    change: { origin: change.origin, lines: change.lines },
    lines: shownLines(ctx, change.lines),
    source: change.source,
    who: change.fullName ?? '',
    at: formatMoment(change.appliedAt ?? change.madeAt, change.timeZone),
    moved: change.moved,
    postponed: change.postponed,
  }
}
