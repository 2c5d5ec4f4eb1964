import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { openInstallation, type Installation } from '#app/contexts.server.ts'
import { openLog } from '#infra/server/log.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { archiveRegion } from '#tenants/archives/archive.ts'
import { restoreRegion, unmuteRegion } from '#tenants/archives/restore.ts'
import { resolveWorld } from '#tenants/resolve.ts'
import { learnAllWords } from './learn-words.ts'
import { learnInRegions } from './learn-routing.ts'
import { lapseCures } from './lapse-cures.ts'
import { proveFigures } from './prove-figures.ts'
import { openRelay, type RelayParts } from './relay.ts'
import { settleDeadlines } from './settle-deadlines.ts'
import { tidy } from './tidy.ts'
import { watchActs } from './watch-acts.ts'

let product: TestProduct
let folder: string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-muted-'))
  await fileAppeal(product.almaty)
  const { urls } = product.database
  const file = path.join(folder, 'almaty.zip')
  const { filesOf } = product.installation
  await archiveRegion({ ownerUrl: urls.owner, slug: 'almaty', file, filesOf, keyMark: '' })
  await restoreRegion({ urls, file, slug: 'copy', hosts: () => ['copy.localhost'], filesOf })
}, 120_000)

afterAll(async () => {
  await product?.close()
  if (folder) await rm(folder, { recursive: true })
})

/** An installation that has read the directory just now: a running one learns of a change within seconds. */
async function fresh<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const settings = {
    DATABASE_URL: product.database.urls.runtime,
    DATABASE_POOL: 3,
    APP_SECRET: 'a secret of the tests, long enough to be one',
    FILES_DIR: product.filesDir,
    BASE_DOMAIN: 'localhost',
    PUBLIC_SCHEME: 'http' as const,
    PUBLIC_PORT: undefined,
    PORT: 3000,
  }
  const installation = openInstallation(settings, 'bir-tereze-muted')
  return work(installation).finally(() => installation.close())
}

const waiting = (schema: string) =>
  product.database.rows(`select id from ${schema}.outbox where relayed_at is null order by id`)

/** Worlds whose events became jobs in one sweep, and in one hint that names the copy. */
const relayed = () =>
  fresh(async ({ database, registry }) => {
    const worlds = new Set<string>()
    const parts: RelayParts = {
      database,
      registry,
      reacts: () => true,
      enqueue: async ({ world }) => void worlds.add(world),
      isCounted: () => true,
      enqueueCount: async ({ region }) => void worlds.add(region),
      now: () => new Date(),
      failed: (_world, error) => {
        throw error
      },
    }
    const relay = openRelay(parts)
    await relay.relayAll(['copy'])
    await relay.sweep()
    return [...worlds].toSorted()
  })

/** Everything of a region, to see that nothing has moved. */
async function everything(schema: string) {
  const tables = await product.database.rows<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 order by 1',
    [schema],
  )
  const lines: unknown[] = []
  for (const { name } of tables)
    lines.push(
      await product.database.rows(`select '${name}' as name, t::text as line from ${schema}.${name} t order by 2`),
    )
  return lines
}

test('a muted copy keeps what waits in its outbox; once it may speak, that goes out', async () => {
  const before = await waiting('t_copy')
  expect(before.length).toBeGreaterThan(0)
  expect(await relayed()).toEqual(['almaty'])
  expect(await waiting('t_copy')).toEqual(before)
  expect(await waiting('t_almaty')).toEqual([])
  await unmuteRegion(product.database.urls.owner, 'copy')
  expect(await relayed()).toEqual(['copy'])
  expect(await waiting('t_copy')).toEqual([])
  await product.database.rows(`update control.tenant set muted_at = now() where slug = 'copy'`)
})

test('no job of the clock touches a muted copy, and its pages answer', async () => {
  const [before, spoken] = [await everything('t_copy'), await everything('t_almaty')]
  // Far in the future nearly everything is over.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2029-01-01T00:00:00Z') })
  try {
    await fresh(async (installation) => {
      const log = openLog('silent', 'worker')
      await tidy(installation, (_world, error) => {
        throw error
      })
      await proveFigures(installation, log)
      await lapseCures(installation, log)
      await settleDeadlines(installation, log)
      await watchActs(installation, log)
      await learnInRegions(installation, log)
      await learnAllWords(installation, log)
      const world = await resolveWorld(installation.registry, installation.platformHost, 'copy.localhost:3000')
      expect(world).toMatchObject({ kind: 'tenant', tenant: { slug: 'copy', muted: true } })
    })
  } finally {
    vi.useRealTimers()
  }
  expect(await everything('t_almaty'), 'they did work').not.toEqual(spoken)
  expect(await everything('t_copy')).toEqual(before)
  expect(await product.database.rows(`select * from national.figure_proof where region = 'copy'`)).toEqual([])
})
