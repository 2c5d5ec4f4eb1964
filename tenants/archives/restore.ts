import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { beginCopyIn, copyIn, filledAnew, tablesOf } from '#db/copy.ts'
import { asOwner, inOwnerTransaction, migrateTenantWithin } from '#db/migrate.ts'
import { migrations, type Migration } from '#db/migrations/index.ts'
import { databaseOf, tenantShadow, type TenantShadow } from '#db/names.ts'
import type { Progress } from './archive.ts'
import { readIfThere, type ArchivedFiles } from './files.ts'
import { ArchiveRefused, openMeter, partOf, type Manifest } from './manifest.ts'
import { openArchive, type OpenArchive } from './open-archive.ts'

export interface RestorePlan {
  readonly urls: { readonly runtime: string; readonly owner: string }
  readonly file: string
  /** What the region is called here; as in the archive where left out. */
  readonly slug?: string
  /** Full host names, lower case, without port. */
  readonly hosts: (slug: string) => readonly string[]
  readonly filesOf: (schema: string) => ArchivedFiles
  readonly now?: Date
  readonly steps?: readonly Migration[]
  readonly progress?: (done: Progress) => void
}

export interface Restored extends TenantShadow {
  readonly slug: string
  readonly hosts: readonly string[]
  readonly manifest: Manifest
}

/**
 * Makes a region of an archive, as it stood, then brings its schema to the newest step. It begins muted. Rows, schema, role
 * and the directory's line are one transaction; files are written before it and taken back with it, so that a restore which
 * was killed is simply done again. Throws ArchiveRefused for an archive that is broken, newer, or whose place is taken.
 */
export async function restoreRegion(plan: RestorePlan): Promise<Restored> {
  const archive = await openArchive(plan.file)
  try {
    const { manifest } = archive
    const slug = plan.slug ?? manifest.region.slug
    const shadow = shadowFor(databaseOf(plan.urls.runtime), slug)
    const hosts = plan.hosts(slug)
    refuseNewer(manifest, plan.steps ?? migrations.tenant)
    const { tables, files } = manifest
    let [parts, bytes] = [0, 0]
    const step = (more: number) =>
      plan.progress?.({ parts: ++parts, of: tables.length + files.length, bytes: (bytes += more) })
    return await asOwner(plan.urls.owner, async (client) => {
      await refuseTaken(client, slug, shadow, hosts)
      const takeBack = await putFiles(archive, plan.filesOf(shadow.schema), step)
      try {
        await inOneTransaction(client, async () => {
          await client.query('select pg_advisory_xact_lock(hashtext($1))', [`migrate:${shadow.schema}`])
          await refuseTaken(client, slug, shadow, hosts)
          await fillSchema(client, archive, shadow, plan, step)
          await enterMuted(client, manifest, { slug, shadow, hosts, now: plan.now ?? new Date() })
        })
      } catch (error) {
        await takeBack()
        throw error
      }
      return { ...shadow, slug, hosts, manifest }
    })
  } finally {
    archive.close()
  }
}

/** Once: streams that were read cannot be read again, so nothing here is tried anew. */
async function inOneTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function shadowFor(database: string, slug: string): TenantShadow {
  try {
    return tenantShadow(database, slug)
  } catch (error) {
    throw new ArchiveRefused((error as Error).message)
  }
}

function refuseNewer({ steps }: Manifest, known: readonly Migration[]): void {
  const names = new Set(known.map(({ name }) => name))
  const newer = steps.find((step) => !names.has(step))
  if (newer) throw new ArchiveRefused(`The archive was made by a newer version: this one has no step ${newer}`)
}

async function refuseTaken(
  client: pg.Client,
  slug: string,
  { schema }: TenantShadow,
  hosts: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ slug: string | null; host: string | null; schema: string | null }>(
    `select (select slug from control.tenant where slug = $1 or schema_name = $2 limit 1) as slug,
        (select host from control.tenant_host where host = any($3) limit 1) as host,
        (select nspname::text from pg_namespace where nspname = $2) as schema`,
    [slug, schema, hosts],
  )
  const [taken] = rows
  if (taken?.slug) throw new ArchiveRefused(`There is a region called ${taken.slug}: give the copy another name`)
  if (taken?.host) throw new ArchiveRefused(`The host ${taken.host} belongs to another region`)
  // Left by a provisioning that was cut off: whose rows these are nobody can say from here.
  if (taken?.schema) throw new ArchiveRefused(`There is a schema ${taken.schema} already, of no region that is known`)
}

/** Puts the files into the store and gives a way to take back those that were not there before. */
async function putFiles({ manifest, part }: OpenArchive, store: ArchivedFiles, step: (bytes: number) => void) {
  const put: string[] = []
  const takeBack = async () => {
    for (const id of put) await store.remove(id)
  }
  try {
    for (const { id, bytes, sha256 } of manifest.files) {
      // Another database may share this store: what was there before is not ours to take away.
      const before = await readIfThere(store, id)
      before?.destroy()
      if (!before) put.push(id)
      const { through, measured } = openMeter()
      const content = await part(partOf.file(id))
      await Promise.all([pipeline(content, through), store.put(id, through)])
      refuseChanged(partOf.file(id), { bytes, sha256 }, measured())
      step(bytes)
    }
  } catch (error) {
    await takeBack()
    throw error
  }
  return takeBack
}

async function fillSchema(
  client: pg.Client,
  { manifest, part }: OpenArchive,
  shadow: TenantShadow,
  { urls, steps = migrations.tenant }: RestorePlan,
  step: (bytes: number) => void,
): Promise<void> {
  const then = new Set(manifest.steps)
  await migrateTenantWithin(
    client,
    urls.runtime,
    shadow,
    steps.filter(({ name }) => then.has(name)),
  )
  await beginCopyIn(client, shadow.schema)
  refuseForeign(manifest, await tablesOf(client, shadow.schema))
  await filledAnew(client, shadow.schema, async () => {
    for (const table of manifest.tables) {
      const name = partOf.table(table.name)
      const { rows, counted } = copyIn(client, table)
      const { through, measured } = openMeter()
      await pipeline(await part(name), through, rows).catch(refuseUnreadable(name))
      refuseChanged(name, table, measured())
      if (counted() !== table.rows)
        throw new ArchiveRefused(`The archive is damaged: ${name} has ${counted()} rows and should have ${table.rows}`)
      step(table.bytes)
    }
  })
  // What this version has added since: as on a region that was here all the time.
  await migrateTenantWithin(client, urls.runtime, shadow, steps)
}

/** Rows that PostgreSQL cannot read are damage; anything else that went wrong is what it is. */
const refuseUnreadable = (name: string) => (error: unknown) => {
  const { code = '', message } = error as { code?: string; message?: string }
  if (/^2[23]/.test(code)) throw new ArchiveRefused(`The archive is damaged: ${name}: ${message}`)
  throw error
}

/** The tables must be those that these steps make, column by column: nothing else is read from a file. */
function refuseForeign(manifest: Manifest, made: Awaited<ReturnType<typeof tablesOf>>): void {
  const told = [...manifest.tables.map(({ name }) => name), ...manifest.leftOut].toSorted()
  const known = new Map(made.map(({ name, columns }) => [name, [...columns].toSorted().join()]))
  if (told.join() !== [...known.keys()].toSorted().join())
    throw new ArchiveRefused('The archive is damaged: its tables are not those of its steps')
  const other = manifest.tables.find(({ name, columns }) => [...columns].toSorted().join() !== known.get(name))
  if (other) throw new ArchiveRefused(`The archive is damaged: ${other.name} has other columns`)
}

function refuseChanged(
  name: string,
  told: { bytes: number; sha256: string },
  found: { bytes: number; sha256: string },
): void {
  if (told.bytes !== found.bytes || told.sha256 !== found.sha256)
    throw new ArchiveRefused(`The archive is damaged: ${name} is not what was written`)
}

async function enterMuted(
  client: pg.Client,
  { region }: Manifest,
  { slug, shadow, hosts, now }: { slug: string; shadow: TenantShadow; hosts: readonly string[]; now: Date },
): Promise<void> {
  await client.query(
    `insert into control.tenant (slug, schema_name, role_name, status, name_kk, name_ru, name_en, pack, created_at, muted_at, population)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      slug,
      shadow.schema,
      shadow.role,
      // Who restores an archived region wants to see it.
      region.status === 'archived' ? 'active' : region.status,
      region.nameKk,
      region.nameRu,
      region.nameEn,
      region.pack,
      region.createdAt,
      now,
      region.population,
    ],
  )
  for (const host of hosts)
    await client.query('insert into control.tenant_host (host, slug) values ($1, $2)', [host, slug])
}

/**
 * Lets a restored region speak: what waits in its outbox goes out, and the overseers see it. Whether it was muted before.
 * Throws RangeError for an unknown region.
 */
export async function unmuteRegion(ownerUrl: string, slug: string): Promise<boolean> {
  let unmuted = false
  await asOwner(ownerUrl, (client) =>
    inOwnerTransaction(client, async () => {
      const { rows } = await client.query<{ muted: boolean }>(
        'select muted_at is not null as muted from control.tenant where slug = $1 for update',
        [slug],
      )
      const [region] = rows
      if (!region) throw new RangeError(`No region is called ${JSON.stringify(slug)}`)
      unmuted = region.muted
      if (!unmuted) return
      await client.query(
        `insert into national.region (slug, name_kk, name_ru, name_en, population)
          select slug, name_kk, name_ru, name_en, coalesce(population, 0) from control.tenant where slug = $1
          on conflict (slug) do nothing`,
        [slug],
      )
      await client.query('update control.tenant set muted_at = null, population = null where slug = $1', [slug])
    }),
  )
  return unmuted
}
