import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { CalendarLines } from '#db/schema/calendar.ts'
import { dayName } from './day-name.ts'

/** What a change does, one line a day, in the asker's language. */
export function shownLines(
  { t, locale }: Pick<TenantContext, 't' | 'locale'>,
  { days, hours }: CalendarLines,
): string[] {
  const lines = days.map((line) => {
    const name = dayName(t, locale, line)
    const text = t(`calendars:line.${line.kind ?? 'plain'}`, { day: formatDay(line.day) })
    return name ? `${text} (${name})` : text
  })
  return hours ? [...lines, t('calendars:line.hours')] : lines
}

/** What changes of the calendar did, by their ids, in the asker's language. */
export async function getChangeLines(
  ctx: Pick<TenantContext, 'db' | 't' | 'locale'>,
  ids: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  if (ids.length === 0) return {}
  const changes = await ctx.db
    .selectFrom('calendarChange')
    .select(['id', 'lines'])
    .where('id', 'in', [...ids])
    .execute()
  return Object.fromEntries(changes.map(({ id, lines }) => [id, shownLines(ctx, lines)]))
}
