import { typedDay } from '../typed-day.ts'

/** The day (YYYY-MM-DD) and the draft that an address names; what is none is left out. */
export function dayOfQuery(request: Request): {
  readonly day: string | undefined
  readonly change: string | undefined
} {
  const query = new URL(request.url).searchParams
  return {
    day: typedDay(query.get('day') ?? ''),
    change: (query.get('change') ?? '').replaceAll('\0', '').slice(0, 100) || undefined,
  }
}
