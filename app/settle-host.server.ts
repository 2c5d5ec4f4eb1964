import { setTimeout } from 'node:timers/promises'
import { claimHost, dropHost, markFailing, serveHost, showBy } from '#tenants/hosts.ts'
import type { HostProblem } from '#db/schema/launch.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'
import { record } from './core/journal.server.ts'
import { inTransaction } from './core/transaction.server.ts'
import { checkHost, chosenHost, findHost, isBrought, leadsHere, noteCheck } from './features/domains/public.server.ts'
import type { Names } from './integrations/names/names.server.ts'

interface Far {
  readonly names: Names
  /** How long servers may not know yet what stands in the directory, milliseconds. */
  readonly directoryAge?: number
}

/**
 * Makes the directory of the platform agree with what a region wants of one of its own hosts: looks whether it leads here and
 * serves the region by it, shows the region by it, or drops it. The platform does nothing that the region could not prove.
 * Doing it again changes nothing; killed anywhere, the next run goes on.
 */
export async function settleHost(
  region: TenantContext,
  platform: PlatformContext,
  far: Far,
  id: string,
): Promise<void> {
  const row = await findHost(region, id)
  if (!row) return
  const own = { slug: region.tenant.slug, host: row.host }
  if (row.state === 'removed') {
    // Brought anew since: what is asked of that one counts.
    if (await isBrought(region, row.host)) return
    await onPlatform(platform, own, 'region.hostDropped', (ctx) => dropHost(ctx.db, own))
    return
  }
  if (row.state === 'checking' || row.state === 'served') {
    const problem = await lookAt(region, platform, far, row.host)
    await inTransaction(platform, async ({ db, clock }) => {
      if (problem && row.state === 'served') await markFailing(db, own, clock.now())
    })
    await noteCheck(region, id, problem)
  }
  const now = await findHost(region, id)
  // Given up while somebody far away was asked.
  if (now?.state === 'removed') return settleHost(region, platform, far, id)
  if (now?.state === 'served') await showAsChosen(region, platform)
}

/** Has the directory show the region as it chose; anew where it chose otherwise meanwhile, so that the last choice stays. */
async function showAsChosen(region: TenantContext, platform: PlatformContext): Promise<void> {
  let shown: string | undefined
  for (let chosen = await chosenHost(region); chosen !== shown; chosen = await chosenHost(region)) {
    shown = chosen
    await inTransaction(platform, ({ db }) => showBy(db, { slug: region.tenant.slug, host: chosen }))
  }
}

/** Looks at a host from outside, and serves the region by it where it leads here; else what is wrong. */
async function lookAt(
  region: TenantContext,
  platform: PlatformContext,
  { names, directoryAge = 6_000 }: Far,
  host: string,
): Promise<HostProblem | undefined> {
  const own = { slug: region.tenant.slug, host }
  let problem = await checkHost(region, host)
  if (problem && (await leadsHere(region, names, host))) {
    await inTransaction(platform, ({ db, clock }) => claimHost(db, own, clock.now()))
    // Servers answer with the token once they know of the claim.
    await setTimeout(directoryAge)
    problem = await checkHost(region, host)
  }
  if (problem) return problem
  const isOwn = await onPlatform(platform, own, 'region.hostServed', (ctx) => serveHost(ctx.db, own, ctx.clock.now()))
  return isOwn ? undefined : 'taken'
}

/** Does one thing to the directory and notes it on the platform, where it did something. */
function onPlatform<T extends boolean | void>(
  platform: PlatformContext,
  { slug, host }: { readonly slug: string; readonly host: string },
  event: string,
  work: (ctx: PlatformContext) => Promise<T>,
): Promise<T> {
  return inTransaction(platform, async (ctx) => {
    const before = await hostOf(ctx, host)
    const done = await work(ctx)
    if (before !== (await hostOf(ctx, host)))
      await record(ctx, { event, subjectKind: 'region', subjectId: slug, fields: ['hosts'], facts: { host } })
    return done
  })
}

const hostOf = async ({ db }: PlatformContext, host: string) =>
  (await db.selectFrom('tenantHost').select('slug').where('host', '=', host).executeTakeFirst())?.slug
