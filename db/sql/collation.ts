import { sql, type RawBuilder } from 'kysely'

/**
 * A column in Kazakh order, whatever the database's own: only `kk` puts ә after а and қ after к.
 * `column` is a name out of the code, never out of a request.
 */
export const inKazakhOrder = (column: string): RawBuilder<string> => sql`${sql.ref(column)} collate "kk-x-icu"`
