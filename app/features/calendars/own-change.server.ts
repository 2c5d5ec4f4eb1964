import type { Selectable } from 'kysely'
import { changeDayEnd } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { CalendarLines, DayLine } from '#db/schema/calendar.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { Origin } from './calendar-lines.ts'

export type ChangeRow = Selectable<TenantTables['calendarChange']>

/** A change of the region's calendar, locked until the transaction ends. Throws NotFound. */
export async function lockChange({ db }: TenantContext, id: string): Promise<ChangeRow> {
  const change = await db.selectFrom('calendarChange').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!change) throw new NotFound('CalendarChange')
  return change
}

/** Whether a change moves appeals still: the next one is counted from the calendar that it leaves. */
export async function isMoving({ db }: TenantContext): Promise<boolean> {
  const moving = await db.selectFrom('calendarChange').select('id').where('state', '=', 'moving').executeTakeFirst()
  return moving !== undefined
}

/** Writes what a change makes of a layer of days and of the hours, inside the caller's transaction. */
export async function writeLines(ctx: TenantContext, origin: Origin, { days, hours }: CalendarLines): Promise<void> {
  if (days.length > 0) await (origin === 'country' ? writeCountry(ctx, days) : writeOwn(ctx, days))
  if (!hours) return
  await ctx.db
    .updateTable('workingWeek')
    .set({ hours: JSON.stringify(hours.week), innerDays: hours.innerDays })
    .where('id', '=', 'region')
    .execute()
  await changeDayEnd(ctx, hours.dayEnd)
}

/** Rows of the days that stand after the lines. */
export const rowsOf = (lines: readonly DayLine[]) =>
  lines.flatMap(({ day, kind, name, names }) =>
    kind ? [{ day, kind, name, nameKk: names?.kk ?? null, nameRu: names?.ru ?? null, nameEn: names?.en ?? null }] : [],
  )

const touched = (lines: readonly DayLine[]) => lines.map(({ day }) => day)

async function writeCountry({ db }: TenantContext, lines: readonly DayLine[]): Promise<void> {
  await db.deleteFrom('calendarDay').where('day', 'in', touched(lines)).execute()
  const rows = rowsOf(lines)
  if (rows.length > 0) await db.insertInto('calendarDay').values(rows).execute()
}

async function writeOwn({ db }: TenantContext, lines: readonly DayLine[]): Promise<void> {
  await db.deleteFrom('ownDay').where('day', 'in', touched(lines)).execute()
  const rows = rowsOf(lines).map(({ day, kind, nameKk, nameRu, nameEn }) => ({
    day,
    kind,
    nameKk: nameKk ?? '',
    nameRu: nameRu ?? '',
    nameEn: nameEn ?? '',
  }))
  if (rows.length > 0) await db.insertInto('ownDay').values(rows).execute()
}
