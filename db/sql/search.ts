import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * Whether `column` is among the ids that the common table expression `hit` found. As an array, so that the ids are looked
 * up by the column's own index, one by one: a join would be free to read the whole table instead.
 * `column` is a name out of the code, never out of a request.
 */
export const isHit = (column: string): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} = any(array(select appeal_id from hit))`
