import type pg from 'pg'
import type { Database } from '#db/connect.ts'
import { secondsAgo } from '#db/sql/time.ts'

/** Silent for this long, a worker counts as dead and its jobs are given to others, seconds. */
const deadAfter = 10

interface HeartbeatParts {
  readonly database: Database
  /** The queue's own connections. */
  readonly queue: pg.Pool
  /** Ids of the queue's workers in this process. */
  readonly workerIds: () => readonly string[]
}

/**
 * Says that this process's workers live, and frees the jobs of those that stopped saying so: the queue itself would keep
 * a killed worker's job locked for four hours, and somebody's answer with it.
 */
export async function beat({ database, queue, workerIds }: HeartbeatParts): Promise<void> {
  const own = workerIds()
  const living = await database.withControl(async (db) => {
    if (own.length > 0) {
      await db
        .insertInto('workerHeartbeat')
        .values(own.map((workerId) => ({ workerId, seenAt: secondsAgo(0) })))
        .onConflict((conflict) => conflict.column('workerId').doUpdateSet({ seenAt: secondsAgo(0) }))
        .execute()
    }
    await db.deleteFrom('workerHeartbeat').where('seenAt', '<', secondsAgo(deadAfter)).execute()
    return db.selectFrom('workerHeartbeat').select('workerId').execute()
  })
  const locked = await queue.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - make_interval(secs => $1)`,
    [deadAfter],
  )
  const alive = new Set(living.map((row) => row.workerId))
  const dead = locked.rows.map((row) => row.locked_by).filter((id) => !alive.has(id))
  if (dead.length > 0) await queue.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
}
