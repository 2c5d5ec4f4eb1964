import { sql, type RawBuilder } from 'kysely'

/** The database's own time, so many seconds ago: clocks of several machines differ, and this one is shared. */
export const secondsAgo = (seconds: number): RawBuilder<Date> => sql`now() - make_interval(secs => ${seconds})`
