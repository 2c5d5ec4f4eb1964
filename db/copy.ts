/** Whole tables as streams: how a region leaves one database and comes into another. */
import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { checkedIdentifier, checkedSchema } from './names.ts'

/** A table and those of its columns that hold something of their own; what is computed of others is computed again. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** How values stand as text, whatever the server's own habit; read by the same words they come back as they were. */
const textSettings = `set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC';
  set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1`

/** One moment of everything: what is written while the tables are read is not among it. */
export async function beginCopyOut(client: pg.Client, schema: string): Promise<void> {
  await client.query(
    `begin isolation level repeatable read read only; set local search_path = ${checkedSchema(schema)}, extensions; ${textSettings}`,
  )
}

/** To be called inside the transaction that the tables are written in. */
export async function beginCopyIn(client: pg.Client, schema: string): Promise<void> {
  await client.query(`set local search_path = ${checkedSchema(schema)}, extensions; ${textSettings}`)
}

/** Every table of the schema, by name. */
export async function tablesOf(client: pg.Client, schema: string): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname = $1 and c.relkind = 'r'
      group by c.relname order by c.relname`,
    [checkedSchema(schema)],
  )
  return rows
}

const columnList = ({ name, columns }: CopiedTable) =>
  `${checkedIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`

/** The rows of a table as PostgreSQL writes them; `counted` says how many, once the stream has ended. */
export function copyOut(client: pg.Client, table: CopiedTable): { rows: Readable; counted: () => number } {
  const rows = client.query(copyTo(`copy ${columnList(table)} to stdout`))
  return { rows, counted: () => rows.rowCount ?? 0 }
}

/** Takes rows as `copyOut` gave them. */
export function copyIn(client: pg.Client, table: CopiedTable): { rows: Writable; counted: () => number } {
  const rows = client.query(copyFrom(`copy ${columnList(table)} from stdin`))
  return { rows, counted: () => rows.rowCount ?? 0 }
}

/**
 * Empties the schema's tables (migrations put first rows into some) and runs `fill` while no foreign key is held against its
 * rows; afterwards each is, or this throws. Tables may then be filled in any order, and a million rows are held at once.
 */
export async function filledAnew(client: pg.Client, schema: string, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %I drop constraint %I', c.relname, k.conname) as drop,
        format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
       from pg_constraint k
       join pg_class c on c.oid = k.conrelid
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and k.contype = 'f' and k.conparentid = 0
      order by c.relname, k.conname`,
    [checkedSchema(schema)],
  )
  for (const key of rows) await client.query(key.drop)
  const tables = await tablesOf(client, schema)
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => checkedIdentifier(name)).join(', ')}`)
  await fill()
  for (const key of rows) await client.query(key.add)
  for (const { name } of tables) await client.query(`analyze ${checkedIdentifier(name)}`)
}
