import { sql, type AliasedRawBuilder, type RawBuilder, type SqlBool } from 'kysely'

/**
 * Whether `column` is among the ids that a common table expression found. As an array, so that the ids are looked
 * up by the column's own index, one by one: a join would be free to read the whole table instead.
 * `column` and `found` are names out of the code, never out of a request.
 */
export const isFound = (column: string, found: 'hit' | 'own'): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} = any(array(select appeal_id from ${sql.ref(found)}))`

/**
 * A join that looks `column` up by its index for one row of the other side after the other, in their order. As a list of one:
 * between two columns the planner would be free to read both sides in their own order, from the end.
 * Both are names out of the code, never out of a request.
 */
export const oneByOne = (column: string, of: string): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} = any(array[${sql.ref(of)}])`

/** The hits with how well they fit, for a join. Raw, because a builder would look for a table of that name. */
export const hits = (): AliasedRawBuilder<{ appealId: string; fit: number }, 'hit'> =>
  sql<{ appealId: string; fit: number }>`(select appeal_id, fit from hit)`.as('hit')

/** A name stands at the beginning of what is searched, within so many letters. */
const lengthOfName = 40

/**
 * How well folded words fit the folded text in `column`, a whole number: a whole word more than a beginning, that more than
 * a piece; the words one after the other more than apart; and what stands in the name more than in the text.
 */
export function fitOf(column: string, words: readonly string[]): RawBuilder<number> {
  const folded = sql.ref(column)
  const ofWord = (word: string) =>
    sql`case when ${folded} like ${`% ${word} %`} then 4 when ${folded} like ${`% ${word}%`} then 2 else 1 end
      + case when strpos(${folded}, ${` ${word}`}) between 1 and ${sql.lit(lengthOfName)} then 1 else 0 end`
  const together = sql`case when ${folded} like ${`% ${words.join(' ')} %`} then 3 else 0 end`
  return sql<number>`(${sql.join([together, ...words.map(ofWord)], sql` + `)})::integer`
}

/** Each word of a folded text as a row of its own. `column` is a name out of the code, never out of a request. */
export const wordsOf = (column: string): RawBuilder<string> =>
  sql<string>`unnest(string_to_array(btrim(${sql.ref(column)}), ' '))`
