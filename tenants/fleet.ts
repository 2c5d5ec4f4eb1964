import type pg from 'pg'
import { findBehind, type FleetRegion } from '#db/fleet.ts'
import { asOwner, migrateTenantOver } from '#db/migrate.ts'
import { migrations, type Migration } from '#db/migrations/index.ts'

export interface FleetPlan {
  readonly urls: { readonly runtime: string; readonly owner: string }
  readonly steps?: readonly Migration[]
  /** Only these, by slug; a slug that lacks nothing is no mistake. */
  readonly only?: readonly string[]
  /** How many at once: each holds a connection and the locks of one region. */
  readonly atOnce?: number
  /** Goes on past a region that failed. */
  readonly keepGoing?: boolean
  readonly progress?: (done: { readonly regions: number; readonly of: number }) => void
}

export interface FleetOutcome {
  readonly done: readonly string[]
  /** Rolled back to the step they stood on. */
  readonly failed: readonly { readonly slug: string; readonly cause: string }[]
  /** Not begun, because another had failed. */
  readonly waiting: readonly string[]
}

/** Enough to fill two cores of the database; the ledger's own lock is held for a moment only. */
const usuallyAtOnce = 4

/**
 * Brings every region to the newest step, in the order of their slugs and several at once, each in a transaction of its own
 * with its lines in the ledger. After a failure none is begun any more, those under way end: what stands before the failed
 * one is done, and a rerun goes on from there. Throws only what keeps it from the ledger.
 */
export async function migrateFleet(plan: FleetPlan): Promise<FleetOutcome> {
  const { urls, steps = migrations.tenant, only, atOnce = usuallyAtOnce, keepGoing = false, progress } = plan
  return asOwner(urls.owner, async (first) => {
    const behind = await findBehind(first, steps)
    const waiting = only ? behind.filter(({ slug }) => only.includes(slug)) : behind
    const of = waiting.length
    const done: string[] = []
    const failed: { slug: string; cause: string }[] = []

    async function work(client: pg.Client): Promise<void> {
      for (;;) {
        if (failed.length > 0 && !keepGoing) return
        const region = waiting.shift()
        if (!region) return
        await migrateTenantOver(client, urls.runtime, region, steps).then(
          () => done.push(region.slug),
          (error: unknown) => failed.push({ slug: region.slug, cause: causeOf(error) }),
        )
        progress?.({ regions: done.length + failed.length, of })
      }
    }

    const more = Math.min(atOnce, of) - 1
    await Promise.all([work(first), ...Array.from({ length: Math.max(0, more) }, () => asOwner(urls.owner, work))])
    const bySlug = (a: string, b: string) => (a < b ? -1 : 1)
    return {
      done: done.toSorted(bySlug),
      failed: failed.toSorted((a, b) => bySlug(a.slug, b.slug)),
      waiting: waiting.map(({ slug }: FleetRegion) => slug),
    }
  })
}

/** What PostgreSQL said, and where. */
function causeOf(error: unknown): string {
  const { message, table, constraint } = error as { message?: string; table?: string; constraint?: string }
  const where = [table && `table ${table}`, constraint && `constraint ${constraint}`].filter(Boolean).join(', ')
  return `${message || String(error)}${where ? ` (${where})` : ''}`
}

/** One line for each region that failed, and what became of the others; empty when all is well. */
export function troubleOf({ done, failed, waiting }: FleetOutcome): string[] {
  if (failed.length === 0) return []
  return [
    ...failed.map(({ slug, cause }) => `${slug} was rolled back: ${cause}`),
    `${done.length} done, ${failed.length} rolled back, ${waiting.length} not begun; run it again to go on`,
  ]
}
