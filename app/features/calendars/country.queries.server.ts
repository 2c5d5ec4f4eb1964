import { authorize } from '#app/core/access/authorize.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { DecreedDay } from './calendar.ts'
import { asDecreed } from './calendars.queries.server.ts'
import { shownLines } from './change-lines.queries.server.ts'
import { shownDays, yearsOf } from './shown-days.ts'

/** The country's days that differ from "Monday to Friday". */
export async function countryLayer({ db }: PlatformContext): Promise<DecreedDay[]> {
  const days = await db.selectFrom('calendarDay').selectAll().orderBy('day').execute()
  return days.map(asDecreed)
}

const timeZone = 'Asia/Almaty'
/** Versions shown at once, newest first. */
const mostShown = 50

/** The country's calendar of a year, and its versions. Throws ForbiddenError. */
export async function getCountryCalendar(ctx: PlatformContext, wished: string | null) {
  authorize(ctx.ability, 'configure', 'Calendar')
  const days = await ctx.db.selectFrom('calendarDay').selectAll().orderBy('day').execute()
  const sources = new Map(days.map(({ day, source }) => [day, source]))
  const years = yearsOf(days, ctx.clock.now(), wished)
  const changes = await ctx.db
    .selectFrom('calendarChange')
    .leftJoin('platformPerson', 'platformPerson.id', 'calendarChange.madeBy')
    .select(['calendarChange.id', 'calendarChange.state', 'lines', 'source', 'madeAt', 'appliedAt', 'fullName'])
    .orderBy('madeAt', 'desc')
    .limit(mostShown)
    .execute()
  return {
    ...years,
    days: shownDays(ctx, days.map(asDecreed), years.year).map((day) => ({
      ...day,
      source: sources.get(day.iso) ?? '',
    })),
    changes: changes.map((change) => ({
      id: change.id,
      state: change.state,
      lines: shownLines(ctx, change.lines),
      source: change.source,
      who: change.fullName ?? '',
      at: formatMoment(change.appliedAt ?? change.madeAt, timeZone),
    })),
  }
}

/** One change of the country's calendar with what the regions counted. Throws ForbiddenError, NotFound. */
export async function getCountryChange(ctx: PlatformContext, id: string) {
  authorize(ctx.ability, 'configure', 'Calendar')
  const change = await ctx.db
    .selectFrom('calendarChange')
    .leftJoin('platformPerson', 'platformPerson.id', 'calendarChange.madeBy')
    .select(['calendarChange.id', 'state', 'lines', 'source', 'madeAt', 'appliedAt', 'version', 'fullName'])
    .where('calendarChange.id', '=', id)
    .executeTakeFirst()
  if (!change) throw new NotFound('CalendarChange')
  const regions = await ctx.db
    .selectFrom('tenant')
    .leftJoin('calendarCount', (join) =>
      join.onRef('calendarCount.region', '=', 'tenant.slug').on('calendarCount.changeId', '=', id),
    )
    .select([
      'slug',
      'nameKk',
      'nameRu',
      'nameEn',
      'openAppeals',
      'later',
      'earlier',
      'countedAt',
      'calendarCount.appliedAt',
    ])
    .where('status', '!=', 'archived')
    .orderBy('slug')
    .execute()
  return {
    id: change.id,
    state: change.state,
    version: change.version,
    lines: shownLines(ctx, change.lines),
    source: change.source,
    who: change.fullName ?? '',
    at: formatMoment(change.appliedAt ?? change.madeAt, timeZone),
    regions: regions.map((region) => ({
      slug: region.slug,
      name: { kk: region.nameKk, ru: region.nameRu, en: region.nameEn }[ctx.locale],
      counts: region.countedAt && {
        open: region.openAppeals ?? 0,
        later: region.later ?? 0,
        earlier: region.earlier ?? 0,
      },
      applied: region.appliedAt !== null,
    })),
  }
}

/** A day of the country's calendar to be moved or removed. Throws ForbiddenError, NotFound. */
export async function getCountryDay(ctx: PlatformContext, day: string) {
  authorize(ctx.ability, 'configure', 'Calendar')
  const [found] = shownDays(
    ctx,
    (await countryLayer(ctx)).filter((one) => one.day === day),
  )
  if (!found) throw new NotFound('CalendarDay')
  return found
}
