import { sql } from 'kysely'
import type { TenantDb } from '../connect.ts'

/**
 * Takes the lock of this name in the region until the transaction ends; false where somebody else has it. It holds between
 * jobs that take it too, and nobody waits for it.
 */
export async function tryLock(db: TenantDb, schema: string, name: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${schema}:${name}`}, 0)) as taken
  `.execute(db)
  return rows[0]?.taken ?? false
}
