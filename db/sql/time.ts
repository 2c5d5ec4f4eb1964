import { sql, type RawBuilder } from 'kysely'

/** The database's own time, so many seconds ago: clocks of several machines differ, and this one is shared. */
export const secondsAgo = (seconds: number): RawBuilder<Date> => sql`now() - make_interval(secs => ${seconds})`

/** A moment in a column, so many minutes earlier. `column` is a name out of the code, never out of a request. */
export const minutesBefore = (column: string, minutes: number): RawBuilder<Date> =>
  sql`${sql.ref(column)} - make_interval(mins => ${minutes})`
