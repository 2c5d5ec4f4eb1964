import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'
import type { Day } from './calendar.ts'
import { derivationOf, type DecreedDay } from './derivation.ts'

/** How a due date came about, ready to be read; days are dd.MM.yyyy. */
export interface DeadlineExplained {
  readonly registeredOn: string
  readonly firstDay: string
  readonly lastDay: string
  /** End of the last day, HH:MM on the region's wall clock. */
  readonly until: string
  readonly workingDays: number
  readonly weekendDays: number
  readonly holidays: readonly { readonly day: string; readonly name: string }[]
  readonly workedWeekends: readonly { readonly day: string; readonly name: string }[]
}

interface Deadline {
  readonly legalKind: LegalKind
  readonly registeredOn: Day
  readonly dueOn: Day
}

const named = [
  'new_year',
  'moved',
  'orthodox_christmas',
  'womens_day',
  'nauryz',
  'unity_day',
  'defender_day',
  'victory_day',
  'qurban_ait',
  'capital_day',
  'constitution_day',
  'republic_day',
  'independence_day',
] as const

/**
 * Counts a due date once more by the region's calendar and terms. Undefined where it comes out otherwise: it was moved
 * since (extended, suspended, a changed calendar), and a sum that is not true must not be shown.
 */
export async function explainDeadline(
  { db, t }: TenantContext,
  { legalKind, registeredOn, dueOn }: Deadline,
): Promise<DeadlineExplained | undefined> {
  const term = await db
    .selectFrom('term')
    .select('workingDays')
    .where('legalKind', '=', legalKind)
    .where('appliesFrom', '<=', registeredOn)
    .orderBy('appliesFrom', 'desc')
    .executeTakeFirst()
  if (!term) return undefined
  const days = await db
    .selectFrom('calendarDay')
    .select(['day', 'kind', 'name'])
    .where('day', '>', registeredOn)
    .where('day', '<=', dueOn)
    .orderBy('day')
    .execute()
  const derivation = derivationOf(days, registeredOn, term.workingDays)
  if (derivation.lastDay !== dueOn) return undefined
  const { dayEnd } = await db.selectFrom('regionProfile').select('dayEnd').executeTakeFirstOrThrow()
  const shown = ({ day, name }: DecreedDay) => {
    const known = named.find((one) => one === name)
    // A day of the region's own stands there in its own words.
    return { day: formatDay(day), name: known ? t(`calendars:day.${known}`) : (name ?? '') }
  }
  return {
    registeredOn: formatDay(registeredOn),
    firstDay: formatDay(derivation.firstDay),
    lastDay: formatDay(derivation.lastDay),
    until: dayEnd,
    workingDays: derivation.workingDays,
    weekendDays: derivation.weekendDays,
    holidays: derivation.holidays.map(shown),
    workedWeekends: derivation.workedWeekends.map(shown),
  }
}
