import pg from 'pg'
import { vi } from 'vitest'
import type { TestProduct } from './product.ts'

/**
 * Starts `work`, lets it stand still where it first writes to `table`, and kills its connection there. Resolves with what
 * became of it.
 */
export async function killedAt(
  { database }: TestProduct,
  table: string,
  work: () => Promise<unknown>,
): Promise<'done' | 'cut off'> {
  const holder = new pg.Client({ connectionString: database.urls.superuser })
  await holder.connect()
  await holder.query('begin')
  await holder.query(`lock table ${table} in access exclusive mode`)
  const ended = work().then(
    () => 'done' as const,
    () => 'cut off' as const,
  )
  await vi.waitFor(async () => {
    const killed = await database.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`,
    )
    if (killed.length !== 1) throw new Error('Nobody waits for the table yet')
  })
  await holder.query('rollback')
  await holder.end()
  return ended
}
