import type pg from 'pg'

/** What is made anew in each copy of a row, as SQL over the copy's number `n`. What is not named is copied. */
type Anew = Readonly<Record<string, string>>

/** A table whose row is copied, and which row of it. */
export interface Copied {
  readonly table: string
  readonly of: string
  readonly anew: Anew
}

/** Ids of copies: of a time long ago, so that they meet no real one. `n` is the copy's number, as SQL. */
export const id = (kind: number, n = 'n') => `'00000000-0000-7${kind}00-8000-' || lpad(${n}::text, 12, '0')`

const copied: readonly Copied[] = [
  { table: 'applicant', of: 'id = (select applicant_id from appeal where id = $1)', anew: { id: id(1) } },
  {
    table: 'appeal',
    of: 'id = $1',
    anew: {
      id: id(2),
      applicant_id: id(1),
      number: `'75-20-' || lpad(n::text, 6, '0')`,
      submission_key: `'bench-' || n`,
      received_at: `received_at - n * interval '37 seconds'`,
      due_at: `due_at - n * interval '37 seconds'`,
    },
  },
  { table: 'appeal_text', of: 'appeal_id = $1', anew: { appeal_id: id(2) } },
  { table: 'assignment', of: 'appeal_id = $1', anew: { id: id(3), appeal_id: id(2) } },
]

/**
 * Makes `count` more of an assigned appeal, with all its columns whatever they are, by one statement a table. Only a
 * benchmark may write so, past every door and command.
 */
export async function fillWithCopies(client: pg.Client, schema: string, appealId: string, count: number) {
  await client.query(`set search_path = ${schema}`)
  await copyRows(client, schema, appealId, count, copied)
}

/** Makes `count` copies of the rows of an appeal, table after table. */
export async function copyRows(
  client: pg.Client,
  schema: string,
  appealId: string,
  count: number,
  copied: readonly Copied[],
): Promise<void> {
  for (const { table, of, anew } of copied) {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position`,
      [schema, table],
    )
    const names = rows.map(({ name }) => name)
    await client.query(
      `insert into ${table} (${names.join(', ')})
        select ${names.map((name) => anew[name] ?? name).join(', ')}
        from ${table}, generate_series(1, ${count}) n where ${of}`,
      [appealId],
    )
    await client.query(`analyze ${table}`)
  }
}
