import type { ControlDb } from '#db/connect.ts'

/** A host that a region has brought along. */
interface OwnHost {
  readonly slug: string
  readonly host: string
}

/**
 * Notes that a name leads here for a region, so that the server answers there with the region's token. A name that another
 * region is served by stays that one's; one that led elsewhere before is whom it leads to now.
 */
export async function claimHost(db: ControlDb, { slug, host }: OwnHost, now: Date): Promise<void> {
  await db
    .insertInto('hostClaim')
    .values({ slug, host, claimedAt: now })
    .onConflict((conflict) => conflict.column('host').doUpdateSet({ slug, claimedAt: now }))
    .execute()
}

/** Serves a region by a host that was proved to be its own; false where it is another's. The same twice changes nothing. */
export async function serveHost(db: ControlDb, { slug, host }: OwnHost, now: Date): Promise<boolean> {
  await db
    .insertInto('tenantHost')
    .values({ slug, host, provedAt: now, failedAt: null })
    .onConflict((conflict) => conflict.column('host').doNothing())
    .execute()
  // Two regions at once: the host is its row's, and the second finds the first one's.
  const row = await db
    .selectFrom('tenantHost')
    .select(['slug', 'provedAt'])
    .where('host', '=', host)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.slug !== slug || !row.provedAt) return false
  await db.updateTable('tenantHost').set({ failedAt: null }).where('host', '=', host).execute()
  await db.deleteFrom('hostClaim').where('host', '=', host).where('slug', '=', slug).execute()
  return true
}

/** Notes since when a served host does not lead here; while it does not, the region shows itself by another. */
export async function markFailing(db: ControlDb, { slug, host }: OwnHost, since: Date): Promise<void> {
  await db
    .updateTable('tenantHost')
    .set({ failedAt: since })
    .where('host', '=', host)
    .where('slug', '=', slug)
    .where('provedAt', 'is not', null)
    .where('failedAt', 'is', null)
    .execute()
}

/** Serves a region by a host of its own no more. What the platform gave stays: old letters and codes name it. */
export async function dropHost(db: ControlDb, { slug, host }: OwnHost): Promise<void> {
  await db
    .deleteFrom('tenantHost')
    .where('host', '=', host)
    .where('slug', '=', slug)
    .where('provedAt', 'is not', null)
    .execute()
  await db.deleteFrom('hostClaim').where('host', '=', host).where('slug', '=', slug).execute()
}

/** Says under which of its own hosts a region shows itself; `''` for the one that the platform gave. */
export async function showBy(db: ControlDb, { slug, host }: OwnHost): Promise<void> {
  // Taken away first: there is one at most.
  await db.updateTable('tenantHost').set({ isPrimary: false }).where('slug', '=', slug).execute()
  await db
    .updateTable('tenantHost')
    .set({ isPrimary: true })
    .where('slug', '=', slug)
    .where('host', '=', host)
    .where('provedAt', 'is not', null)
    .execute()
}
