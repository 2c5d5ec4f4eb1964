import { CamelCasePlugin, Kysely, PostgresDialect, type KyselyPlugin, type PostgresPool } from 'kysely'
import type pg from 'pg'
import { checkedIdentifier, checkedSchema } from './names.ts'

/** Where a door leads: a schema, and the role that may read and write it and nothing else. */
export interface DoorTarget {
  readonly schema: string
  readonly role: string
}

/** An open door: one connection inside one transaction, under one role. */
export interface Door {
  readonly client: LentClient
  /**
   * Runs `read` on the same connection while everybody else waits, each of its statements for at most so many milliseconds.
   * One that takes longer is given up (SQLSTATE 57014), and the door goes on as if nothing had been asked.
   */
  brief<T>(milliseconds: number, read: (client: LentClient) => Promise<T>): Promise<T>
  /** Commits and gives the connection back. Throws when the transaction was already lost. */
  commit(): Promise<void>
  /** Gives the connection back with nothing written. */
  rollback(): Promise<void>
}

/** The part of a pg client that is lent out. Queries wait for each other: loaders of one request share the client. */
export interface LentClient {
  query(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>
}

export type DoorAccess = 'read' | 'write'

/** How long a statement may take, unless it was asked for less. */
const statementTimeout = `set local statement_timeout = '15s'`

/** What reads and writes rows. Anything else could change who asks, end the transaction or outlive it. */
const rowStatement = /^[\s(]*(select|insert|update|delete|with|values)\b/i

/**
 * Opens a door in one message: begin, role, path and limits are a single round trip.
 * Both names pass their pattern first; nothing else is ever spliced into this text.
 */
export async function openDoor(pool: pg.Pool, target: DoorTarget, access: DoorAccess): Promise<Door> {
  const schema = checkedSchema(target.schema)
  const role = checkedIdentifier(target.role)
  const client = await pool.connect()
  try {
    await client.query(
      `begin${access === 'read' ? ' read only' : ''}; set local role ${role}; ` +
        `set local search_path = ${schema}, extensions; ` +
        `set local lock_timeout = '3s'; ${statementTimeout}; set local idle_in_transaction_session_timeout = '30s'`,
    )
  } catch (error) {
    client.release(true)
    throw error
  }
  let last: Promise<unknown> = Promise.resolve()
  let closed = false
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run)
    last = next.catch(() => undefined)
    return next
  }
  const close = (statement: 'commit' | 'rollback') =>
    inTurn(async () => {
      if (closed) return
      closed = true
      const { command } = await client.query(statement).catch((error: unknown) => {
        // A connection whose transaction may still be open must never serve another tenant.
        client.release(true)
        throw error
      })
      client.release()
      if (command !== statement.toUpperCase()) throw new Error('The transaction was lost before its commit')
    })
  const query = async (text: string, values: readonly unknown[] = []) => {
    if (closed) throw new Error('This door is closed: a query outlived its transaction')
    if (!rowStatement.test(text)) throw new Error(`A door carries statements on rows only: ${text.slice(0, 60)}`)
    // Extended even without values: the simple protocol would run a second statement smuggled into the text.
    const oneStatement = { text, values: [...values], queryMode: 'extended' }
    return client.query(oneStatement)
  }
  return {
    client: { query: (text, values) => inTurn(() => query(text, values)) },
    brief: (milliseconds, read) =>
      inTurn(async () => {
        if (closed) throw new Error('This door is closed: a query outlived its transaction')
        // What stops in a savepoint takes nothing of the transaction along, and gives the limit back with it.
        await client.query(`savepoint brief; set local statement_timeout = ${Math.max(1, Math.floor(milliseconds))}`)
        try {
          const result = await read({ query })
          await client.query(`${statementTimeout}; release savepoint brief`)
          return result
        } catch (error) {
          await client.query('rollback to savepoint brief; release savepoint brief')
          throw error
        }
      }),
    commit: () => close('commit'),
    rollback: () => close('rollback').catch(() => undefined),
  }
}

/**
 * A Kysely over clients that `acquire` lends, with every table qualified by `schema`.
 * The only cast of the product from "some rows" to a schema's tables is the caller's type argument.
 */
export function kyselyOver<Tables>(
  acquire: () => Promise<LentClient>,
  schema: string,
  plugins: readonly KyselyPlugin[] = [],
): Kysely<Tables> {
  const pool = {
    connect: async () => ({ ...(await acquire()), release: () => undefined }),
    end: async () => undefined,
  } as unknown as PostgresPool
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true }), ...plugins],
  }).withSchema(checkedSchema(schema))
}
