import type pg from 'pg'
import type { Logger } from 'pino'
import { migrations } from '#db/migrations/index.ts'
import type { Installation } from '#app/contexts.server.ts'
import { measureRegion, noteVital, readSteps } from '#app/features/platform/public.server.ts'
import { described } from '#infra/server/log.ts'

interface RegionJobs {
  readonly waitingJobs: number
  readonly oldestJobAt: Date | null
  readonly lostJobs: number
}

const noJobs: RegionJobs = { waitingJobs: 0, oldestJobAt: null, lostJobs: 0 }

/**
 * Every few minutes: looks how each region is and keeps the figures on the platform. The platform's pages read those, and no
 * region: what is asked here is asked in the region's own door.
 */
export async function takeVitals(
  installation: Installation,
  queue: Pick<pg.Pool, 'query'>,
  log: Pick<Logger, 'error'>,
): Promise<void> {
  const platform = installation.platformJob()
  try {
    const steps = await readSteps(platform.ctx)
    const jobs = await jobsByRegion(queue)
    for (const tenant of await installation.registry.all()) {
      const { ctx, close } = installation.tenantJob(tenant)
      try {
        const { last = null, count = 0 } = steps.get(tenant.schema) ?? {}
        const measures = await measureRegion(ctx)
        await close()
        await noteVital(platform.ctx, {
          slug: tenant.slug,
          lastStep: last,
          stepsBehind: Math.max(0, migrations.tenant.length - count),
          ...measures,
          ...(jobs.get(tenant.slug) ?? noJobs),
        })
      } catch (error) {
        // A region that is half restored or behind is itself what the figures should tell of: its old ones stay, with their time.
        log.error({ world: tenant.slug, ...described(error) }, 'a region could not be measured')
      } finally {
        await close()
      }
    }
  } finally {
    await platform.close()
  }
}

/** What the queue holds for each region, by what the jobs say of themselves. */
async function jobsByRegion(queue: Pick<pg.Pool, 'query'>): Promise<ReadonlyMap<string, RegionJobs>> {
  const { rows } = await queue.query<{ slug: string; waiting: number; oldest: Date | null; lost: number }>(
    `select coalesce(payload->>'world', payload->>'region') as slug,
        (count(*) filter (where attempts < max_attempts and run_at <= now()))::integer as waiting,
        min(created_at) filter (where attempts < max_attempts and run_at <= now()) as oldest,
        (count(*) filter (where attempts >= max_attempts))::integer as lost
       from graphile_worker._private_jobs
      group by 1`,
  )
  return new Map(
    rows.map(({ slug, waiting, oldest, lost }) => [
      slug,
      { waitingJobs: waiting, oldestJobAt: oldest, lostJobs: lost },
    ]),
  )
}
