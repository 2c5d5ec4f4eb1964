import type { ColumnType, Generated } from 'kysely'
import type { WorkingWeek } from './vocabulary.ts'

type DayKind = 'nonWorking' | 'working'

/** What a change makes of one day; without a kind the day is again what lies below it. */
export interface DayLine {
  /** YYYY-MM-DD */
  readonly day: string
  readonly kind: DayKind | null
  /** A word that the product has a text for. */
  readonly name: string | null
  readonly names: Readonly<Record<'kk' | 'ru' | 'en', string>> | null
}

/** What a change makes of a region's hours. */
export interface HoursLine {
  readonly week: WorkingWeek
  /** HH:MM */
  readonly dayEnd: string
  readonly innerDays: number
}

/** Everything that one change of a calendar does, or what stood there before it. */
export interface CalendarLines {
  readonly days: readonly DayLine[]
  readonly hours: HoursLine | null
}

type LinesColumn = ColumnType<CalendarLines, string, string>

interface ChangeColumns {
  id: string
  submissionKey: string
  lines: LinesColumn
  /** What stood there before; null until it is applied. */
  former: ColumnType<CalendarLines | null, string | null, string | null>
  /** The ground: a decree, an order. */
  source: string
  madeBy: string | null
  madeAt: Date
  appliedBy: string | null
  appliedAt: Date | null
  version: Generated<number>
}

interface CalendarDayTable {
  /** YYYY-MM-DD */
  day: string
  kind: DayKind
  name: string | null
  nameKk: string | null
  nameRu: string | null
  nameEn: string | null
}

/** The country's own, with the ground of each day. */
interface CountryDayTable extends CalendarDayTable {
  source: string
}

interface OwnDayTable {
  /** YYYY-MM-DD */
  day: string
  kind: DayKind
  nameKk: string
  nameRu: string
  nameEn: string
}

interface WorkingWeekTable {
  id: string
  hours: ColumnType<WorkingWeek, string, string>
  /** How many working days a co-executor ends before the main clock. */
  innerDays: number
}

interface RegionChangeTable extends ChangeColumns {
  origin: 'region' | 'country'
  state: 'draft' | 'announced' | 'moving' | 'applied' | 'discarded'
  /** The last appeal that was looked at while the change moves them. */
  reached: Generated<string>
  moved: Generated<number>
  postponed: Generated<number>
}

interface CountryChangeTable extends ChangeColumns {
  state: 'draft' | 'announced' | 'applied' | 'discarded'
}

interface CalendarCountTable {
  changeId: string
  region: string
  openAppeals: number
  later: number
  earlier: number
  countedAt: Date
  /** When the region began to move its appeals. */
  appliedAt: Date | null
}

/** A region's calendar: its copy of the country's days, its own, its hours, and every version of them. */
export interface RegionCalendarTables {
  calendarDay: CalendarDayTable
  ownDay: OwnDayTable
  workingWeek: WorkingWeekTable
  calendarChange: RegionChangeTable
}

/** The country's calendar. */
export interface CountryCalendarTables {
  calendarDay: CountryDayTable
  calendarChange: CountryChangeTable
  calendarCount: CalendarCountTable
}
