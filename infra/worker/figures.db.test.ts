import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { countedEvents, replayFigures } from '#app/features/oversight/public.server.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { testWorker, type TestWorker } from '#infra/testing/worker.ts'

let product: TestProduct
let worker: TestWorker
/** Takes every call and never says a word: whoever writes a letter waits. */
const deafMailServer = createServer()

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  await runMigrations({ connectionString: product.database.urls.direct, schema: 'graphile_worker' })
  deafMailServer.listen(0, '127.0.0.1')
  await once(deafMailServer, 'listening')
  worker = testWorker(product, () => (deafMailServer.address() as AddressInfo).port)
  await worker.start()
})
afterAll(async () => {
  await worker?.stop('SIGKILL')
  deafMailServer.close()
  await product?.close()
})

async function fileAndAnswer(region: TestRegion): Promise<void> {
  const id = await fileAndAssign(region)
  await answerAppeal(region, id, { outcome: 'explained', text: 'Түсіндірме берілді. Негіз: ӘРПК 76-бабы.' })
}

const figures = (region: TestRegion) =>
  product.database.rows(
    `select month, measure, part, appeals from national.appeal_figure where region = $1 order by 1, 2, 3`,
    [region.tenant.slug],
  )

async function received(region: TestRegion): Promise<number> {
  const [row] = await product.database.rows<{ appeals: number }>(
    `select coalesce(sum(appeals), 0)::int as appeals from national.appeal_figure
      where region = $1 and measure = 'received'`,
    [region.tenant.slug],
  )
  return row?.appeals ?? 0
}

/** Events that are counted, as the region's journal and as the national side know them. */
async function counts(region: TestRegion) {
  const [row] = await product.database.rows<{ happened: number; applied: number }>(
    `select (select count(*)::int from ${region.tenant.schema}.journal where event = any($1)) as happened,
      (select count(*)::int from national.applied_event where region = $2) as applied`,
    [countedEvents, region.tenant.slug],
  )
  return row ?? { happened: 0, applied: -1 }
}

/** Waits until the national side knows every event that the region's journal does. */
const untilCounted = (region: TestRegion, timeout: number) =>
  vi.waitFor(
    async () => {
      const { happened, applied } = await counts(region)
      expect(applied).toBe(happened)
    },
    { timeout, interval: 20 },
  )

const replay = (region: TestRegion, fromNothing: boolean) =>
  region.as({ kind: 'system' }, (ctx) =>
    replayFigures(ctx, product.installation.database.withNational, { fromNothing }),
  )

describe('the worker', () => {
  it('shows an appeal among the national figures within two seconds, though every letter is waiting', async () => {
    // More than the letters that are written at once.
    for (let count = 0; count < 6; count += 1) await fileAppeal(product.almaty)
    await untilCounted(product.almaty, 20_000)
    const witness = await received(product.shymkent)
    const waits: number[] = []
    for (let count = 0; count < 7; count += 1) {
      await fileAppeal(product.almaty)
      const committed = performance.now()
      await untilCounted(product.almaty, 20_000)
      waits.push(performance.now() - committed)
    }
    // Of seven, most: a machine that many share can lose two seconds without our doing. Each begins where the one before
    // was counted, so a worker that only looks every five seconds would be late for all but the first.
    expect(waits.toSorted((a, b) => a - b)[3], `${waits.map(Math.round).join(', ')} ms`).toBeLessThan(2_000)
    expect(await received(product.shymkent)).toBe(witness)
    expect(await product.database.rows(`select 1 from t_almaty.notice where sent_at is not null`)).toEqual([])
  }, 160_000)

  it('killed again and again while two regions write has in the end counted every event once', async () => {
    const both = [product.almaty, product.shymkent]
    for (let round = 0; round < 3; round += 1) {
      const before = await received(product.almaty)
      const writing = Promise.all(both.flatMap((region) => Array.from({ length: 6 }, () => fileAndAnswer(region))))
      await vi.waitFor(async () => expect(await received(product.almaty)).toBeGreaterThan(before), {
        timeout: 20_000,
        interval: 5,
      })
      await worker.stop('SIGKILL')
      await writing
      await worker.start()
    }
    for (const region of both) {
      // A killed worker's jobs are given to others after ten seconds.
      await untilCounted(region, 25_000)
      const fed = await figures(region)
      expect((await replay(region, false)).differences).toEqual([])
      await replay(region, true)
      expect(await figures(region)).toEqual(fed)
    }
  }, 90_000)
})
