import { ForbiddenError } from '@casl/ability'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { openPlatformColleague, type PlatformColleague } from '#infra/testing/platform.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { takeVitals } from './take-vitals.ts'
import { openRegistry } from '#tenants/registry.ts'
import { consoleWishOf } from '#app/features/platform/console.ts'
import { getRegionState, listRegions } from '#app/features/platform/console.queries.server.ts'
import { resumeRegion, suspendRegion } from '#app/features/platform/suspend-region.server.ts'

let product: TestProduct
let operator: PlatformColleague
let overseer: PlatformColleague
let queue: pg.Pool

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  operator = await openPlatformColleague(product, 'operator', 'platformOperator')
  overseer = await openPlatformColleague(product, 'overseer', 'overseer')
  queue = new pg.Pool({ connectionString: product.database.urls.direct, max: 1 })
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
}, 120_000)

afterAll(async () => {
  await queue?.end()
  await product?.close()
})

const wish = (query: string) => consoleWishOf(new Request(`http://here/platform/regions?${query}`))
const list = (query = '') => operator.as((ctx) => listRegions(ctx, wish(query)))
const failed: string[] = []
const log = { error: (what: object) => void failed.push(String((what as { world?: string }).world)) }

describe('the figures of the regions', () => {
  test('are the platform’s own once the worker has looked, and say nothing of anybody', async () => {
    expect((await list()).items.map(({ slug, troubles }) => [slug, troubles])).toEqual([
      ['almaty', ['stale']],
      ['shymkent', ['stale']],
    ])
    await fileAppeal(product.almaty)
    await takeVitals(product.installation, queue, log)
    const { items } = await list('search=almaty')
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ slug: 'almaty', stepsBehind: 0, failedNotices: 0, lostJobs: 0, waitingJobs: 0 })
    expect(items[0]?.waitingEvents).toBeGreaterThan(0)
    expect(items[0]?.wholeSize).toMatch(/МБ$/)
    expect(failed).toEqual([])
  })

  test('name what is wrong: old events, lost jobs, a schema that is behind, notices that did not arrive', async () => {
    await product.database.rows(
      `update control.region_vital set oldest_event_at = taken_at - interval '11 minutes', lost_jobs = 2, steps_behind = 1,
          failed_notices = 3 where slug = 'shymkent'`,
    )
    await product.database.rows(`update ${product.almaty.tenant.schema}.outbox set relayed_at = now()`)
    await product.database.rows(`update control.region_vital set oldest_event_at = null where slug = 'almaty'`)
    const { items } = await list('state=trouble')
    expect(items.map(({ slug, troubles }) => [slug, troubles])).toEqual([
      ['shymkent', ['behind', 'waiting', 'lostJobs', 'failedNotices']],
    ])
    await takeVitals(product.installation, queue, log)
    expect((await list('state=trouble')).items).toEqual([])
  })

  test('of one region that cannot be read keep no other’s back', async () => {
    const { schema } = product.almaty.tenant
    await product.database.rows(`alter table ${schema}.notice rename to notice_away`)
    await takeVitals(product.installation, queue, log)
    await product.database.rows(`alter table ${schema}.notice_away rename to notice`)
    expect(failed).toEqual(['almaty'])
  })

  test('of a thousand regions come fifty at a time', async () => {
    await product.database.rows(
      `insert into control.tenant (slug, schema_name, role_name, status, name_kk, name_ru, name_en, pack, created_at)
        select 'r' || n, 't_r' || n, 'tn_r' || n, 'active', 'Өңір ' || n, 'Регион ' || n, 'Region ' || n, 'base', now()
          from generate_series(1, 1000) as n`,
    )
    const first = await list()
    expect([first.items.length, first.found, first.next]).toEqual([50, 1002, first.items[49]?.slug])
    let [pages, last] = [1, first]
    for (; last.next; pages += 1) last = await list(`after=${last.next}`)
    expect([pages, last.items.length]).toEqual([21, 2])
    expect((await list('search=Өңір+77&state=trouble')).items.map(({ slug }) => slug)).toContain('r777')
    expect((await list('search=100%25')).found).toBe(0)
    await product.database.rows(`delete from control.tenant where slug like 'r%'`)
  })

  test('are for operators alone', async () => {
    await expect(overseer.as((ctx) => listRegions(ctx, wish('')))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(overseer.as((ctx) => getRegionState(ctx, 'almaty'))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(operator.as((ctx) => getRegionState(ctx, 'nowhere'))).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a suspended region', () => {
  const reason = { suspensionReason: 'Тексеру жүріп жатыр' }
  const directory = async () => openRegistry(product.installation.database).bySlug('almaty')

  test('is suspended with a reason, resumed once, and both stand in the platform’s journal', async () => {
    await operator.as((ctx) => suspendRegion(ctx, 'almaty', reason))
    expect(await directory()).toMatchObject({ status: 'suspended', suspended: { reason: reason.suspensionReason } })
    await expect(operator.as((ctx) => suspendRegion(ctx, 'almaty', reason))).rejects.toBeInstanceOf(Refusal)
    expect((await list('state=suspended')).items.map(({ slug }) => slug)).toEqual(['almaty'])
    await operator.as((ctx) => resumeRegion(ctx, 'almaty'))
    expect((await directory())?.suspended).toBeUndefined()
    await expect(operator.as((ctx) => resumeRegion(ctx, 'almaty'))).rejects.toBeInstanceOf(Refusal)
    const { suspensions } = await operator.as((ctx) => getRegionState(ctx, 'almaty'))
    expect(suspensions).toMatchObject([{ reason: reason.suspensionReason, resumedBy: 'Сынақ Сынақұлы' }])
    const lines = await product.database.rows(
      `select event, actor_id as who, fields from control.journal where event in ('region.suspended', 'region.resumed') order by id`,
    )
    expect(lines).toEqual([
      { event: 'region.suspended', who: operator.id, fields: ['reason'] },
      { event: 'region.resumed', who: operator.id, fields: [] },
    ])
  })

  test('is no other region, and nobody but an operator suspends one', async () => {
    await expect(overseer.as((ctx) => suspendRegion(ctx, 'shymkent', reason))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(overseer.as((ctx) => resumeRegion(ctx, 'shymkent'))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(operator.as((ctx) => suspendRegion(ctx, 'nowhere', reason))).rejects.toBeInstanceOf(NotFound)
    expect((await list('search=shymkent')).items[0]?.status).toBe('active')
  })
})
