import type { Database, ControlDb, TenantDb } from '#db/connect.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { Event } from '#app/features/notices/public.server.ts'
import type { FactEvent } from '#app/features/oversight/public.server.ts'
import { actsByItself, type Registry } from '#tenants/registry.ts'

/** A job: something happened in a world (a region's slug, or `''` for the platform), and something follows from it. */
export interface ReactJob {
  readonly world: string
  readonly event: Event
}

/** A job: something happened on the platform, and something follows from it in one region. */
export interface RegionalJob {
  readonly region: string
  readonly event: Event
}

/** A job: things happened in a region that national figures are made of. JSON makes text of the moments. */
export interface CountJob {
  readonly region: string
  readonly events: readonly (Omit<FactEvent, 'at'> & { readonly at: Date | string })[]
}

export interface RelayParts {
  readonly database: Database
  readonly registry: Registry
  /** Whether anything follows from this event in this world. */
  readonly reacts: (world: string, event: string) => boolean
  /** Puts a job into the queue; the same `jobKey` twice is one job. */
  readonly enqueue: (job: ReactJob, jobKey: string) => Promise<void>
  /** Whether national figures are made of this event of a region. */
  readonly isCounted: (event: string) => boolean
  /** The same for what is counted; an event that comes twice is counted once. */
  readonly enqueueCount: (job: CountJob) => Promise<void>
  readonly now: () => Date
  /** Told which world could not be relayed. */
  readonly failed: (world: string, error: unknown) => void
}

/** Rows taken in one transaction: enough to be quick, few enough to give the locks back soon. */
const batch = 100

/** Turns outbox rows into jobs, each at least once; the queue and the notices make a repeat harmless. */
export function openRelay(parts: RelayParts) {
  const { database, registry, reacts, enqueue, isCounted, enqueueCount, now, failed } = parts

  async function relayBatch(world: string, db: TenantDb | ControlDb): Promise<number> {
    const outbox = coreTablesOf(db)
    // Claimed, never followed by id: ids of transactions that commit late would be overtaken.
    const rows = await outbox
      .selectFrom('outbox')
      .select(['id', 'event', 'subjectKind', 'subjectId', 'refs', 'facts', 'createdAt'])
      .where('relayedAt', 'is', null)
      .orderBy('createdAt')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return 0
    const counted = world === '' ? [] : rows.filter(({ event }) => isCounted(event))
    if (counted.length > 0) {
      const events = counted.map(({ id, event, facts, createdAt }) => ({ id, event, facts, at: createdAt }))
      await enqueueCount({ region: world, events })
    }
    for (const { id, event, subjectKind, subjectId, refs } of rows) {
      if (reacts(world, event)) await enqueue({ world, event: { id, event, subjectKind, subjectId, refs } }, id)
    }
    await outbox
      .updateTable('outbox')
      .set({ relayedAt: now() })
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
    return rows.length
  }

  async function relay(world: string): Promise<void> {
    const tenant = world === '' ? undefined : await registry.bySlug(world)
    // What a muted copy has to say waits in its outbox.
    if (world !== '' && (!tenant || tenant.muted)) return
    for (let taken = batch; taken === batch; ) {
      taken = tenant
        ? await database.withTenant(tenant, (db) => relayBatch(world, db))
        : await database.withControl((db) => relayBatch(world, db))
    }
  }

  /** In turn, not at once: many worlds would wait for few connections. One region's trouble keeps no other's back. */
  async function relayAll(worlds: readonly string[]): Promise<void> {
    for (const world of worlds) await relay(world).catch((error: unknown) => failed(world, error))
  }

  return {
    relayAll,
    /** Looks into every outbox: what a lost hint left behind. */
    sweep: async (): Promise<void> => {
      const tenants = (await registry.all()).filter(actsByItself)
      await relayAll(['', ...tenants.map((tenant) => tenant.slug)])
    },
  }
}
