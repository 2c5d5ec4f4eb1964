import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { NationalDb } from '#db/connect.ts'
import { newId } from './core/ids.ts'
import { assignAppeal } from './features/appeals/assign-appeal.server.ts'
import { answerAppeal, fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { applyFacts } from './features/oversight/apply-facts.server.ts'
import { countedEvents, Tally, type FactEvent } from './features/oversight/figure.ts'
import { replayFigures } from './features/oversight/replay-figures.server.ts'

let product: TestProduct
let regions: readonly TestRegion[]
const withNational = <T>(work: (db: NationalDb) => Promise<T>) => product.installation.database.withNational(work)

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  regions = [product.almaty, product.shymkent]
})
afterAll(() => product?.close())

const rollups = ['applied_event', 'appeal_figure', 'region_freshness'] as const

/** The national tables whole, or one region's rows of them, each in its own order. */
async function national(region?: TestRegion) {
  const tables = rollups.map(async (table) => {
    const rows = await product.database.rows(`select * from national.${table} where region like $1 order by 1, 2`, [
      region?.tenant.slug ?? '%',
    ])
    return [table, rows.map((row) => JSON.stringify(row)).toSorted()]
  })
  return Object.fromEntries(await Promise.all(tables)) as Record<(typeof rollups)[number], string[]>
}

const journalOf = (region: TestRegion) =>
  product.database.rows<FactEvent>(
    `select id, event, occurred_at as at, facts from ${region.tenant.schema}.journal where event = any($1) order by id`,
    [countedEvents],
  )

const apply = (region: TestRegion, events: readonly FactEvent[]) =>
  withNational((db) => applyFacts(db, region.tenant.slug, events))

const replay = (region: TestRegion, options?: Parameters<typeof replayFigures>[2]) =>
  region.as({ kind: 'system' }, (ctx) => replayFigures(ctx, withNational, options))

const figure = async (region: TestRegion, measure: string) => {
  const [row] = await product.database.rows<{ appeals: number }>(
    'select coalesce(sum(appeals), 0)::int as appeals from national.appeal_figure where region = $1 and measure = $2',
    [region.tenant.slug, measure],
  )
  return row?.appeals
}

const assign = (region: TestRegion, id: string) =>
  region.as(region.dispatcher, (ctx) =>
    assignAppeal(ctx, id, { version: 1, agencyId: region.clerks['passenger-transport'].agencyId ?? '' }),
  )

const answer = (region: TestRegion, id: string) =>
  answerAppeal(region, id, { outcome: 'explained', text: 'Түсіндірме берілді. Негіз: ӘРПК 76-бабы.' })

/** How an appeal goes: in which region it is brought, how far it gets and after how many days. */
const life = fc.record({
  region: fc.constantFrom(0, 1),
  gets: fc.constantFrom('registered', 'assigned', 'answered'),
  days: fc.integer({ min: 0, max: 60 }),
})

async function live({ region: index, gets, days }: { region: number; gets: string; days: number }): Promise<void> {
  const region = regions[index]
  if (!region) throw new Error('There are two regions')
  const began = region.clock.now()
  const id = await fileAppeal(region)
  if (gets !== 'registered') await assign(region, id)
  region.clock.move(new Date(began.getTime() + days * 86_400_000))
  if (gets === 'answered') await answer(region, id)
  region.clock.move(began)
}

describe('national figures', () => {
  it('count what the commands did, each region for itself', async () => {
    const { almaty, shymkent } = product
    const before = await national(shymkent)
    for (const days of [0, 3, 40]) await live({ region: 0, gets: 'answered', days })
    await apply(almaty, await journalOf(almaty))
    expect(await figure(almaty, 'received')).toBe(3)
    expect(await figure(almaty, 'answered')).toBe(3)
    // 15 working days from Monday 23 November end on 14 December: the fortieth day is late.
    expect(await figure(almaty, 'answeredOnTime')).toBe(2)
    const days = await product.database.rows(
      `select part, month::text, appeals from national.appeal_figure where region = 'almaty' and measure = 'answerDays'
        order by part::int`,
    )
    expect(days).toEqual([
      { part: '0', month: '2026-11-01', appeals: 1 },
      { part: '3', month: '2026-11-01', appeals: 1 },
      { part: '40', month: '2027-01-01', appeals: 1 },
    ])
    expect(await national(shymkent)).toEqual(before)
  })

  it('are the same after random lives in two regions, fed in any order and more than once, and after a replay', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(life, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 60 }),
        async (lives, picks) => {
          for (const one of lives) await live(one)
          for (const region of regions) {
            const events = await journalOf(region)
            const picked = picks.flatMap((pick) => events[pick % Math.max(events.length, 1)] ?? [])
            // At once and again, as several workers after a crash would.
            const batches = [picked, picked.toReversed(), events.toReversed(), [...events, ...events]]
            await Promise.all(batches.map((batch) => apply(region, batch)))
          }
          const fed = await national()
          expect(fed.applied_event.length).toBeGreaterThan(0)
          for (const region of regions) expect((await replay(region)).differences).toEqual([])
          expect(await national()).toEqual(fed)
          await Promise.all(regions.map((region) => replay(region, { fromNothing: true })))
          expect(await national()).toEqual(fed)
          for (const region of regions) await replay(region, { fromNothing: true, settledBefore: new Date() })
          expect(await national()).toEqual(fed)
        },
      ),
      { numRuns: 6 },
    )
  }, 60_000)

  it.each([
    ['with its newest events', undefined],
    ['long ago', () => new Date(Date.now() + 60_000)],
  ])('that were damaged %s are reported and mended, and the witness is not touched', async (_when, settled) => {
    const { almaty, shymkent } = product
    await replay(almaty, { fromNothing: true })
    const [right, witness] = [await national(almaty), await national(shymkent)]
    const damage: [string, RegExp][] = [
      [
        `update national.appeal_figure set appeals = appeals + 7 where region = 'almaty' and measure = 'received'`,
        /received portal/,
      ],
      [
        `delete from national.appeal_figure where region = 'almaty' and measure = 'answered'`,
        /answered explained: 0, by the journal/,
      ],
      [
        `insert into national.applied_event values ('almaty', '${newId()}')`,
        /^1 events were counted that are not in the journal$/,
      ],
      [
        `delete from national.applied_event where region = 'almaty' and event_id in
          (select event_id from national.applied_event where region = 'almaty' limit 2)`,
        /received|answered|not counted/,
      ],
      [`update national.region_freshness set last_event_at = now() where region = 'almaty'`, /freshness/],
    ]
    for (const [statement, said] of damage) {
      await product.database.rows(statement)
      const { differences } = await replay(almaty, settled ? { settledBefore: settled() } : {})
      expect(differences.join('\n')).toMatch(said)
      expect(await national(almaty)).toEqual(right)
    }
    expect(await national(shymkent)).toEqual(witness)
    const [proof] = await product.database.rows(`select differences from national.figure_proof where region = 'almaty'`)
    expect(proof?.differences).toBeGreaterThan(0)
  })

  it('are right when events keep coming while they are made anew', async () => {
    const { almaty } = product
    const stop = new AbortController()
    const feeding = (async () => {
      for (let count = 0; !stop.signal.aborted; count += 1) {
        await live({ region: 0, gets: count % 2 === 0 ? 'answered' : 'registered', days: count % 5 })
        await apply(almaty, (await journalOf(almaty)).slice(-4))
      }
    })()
    for (let round = 0; round < 4; round += 1) {
      await replay(almaty, { fromNothing: round % 2 === 0 })
    }
    stop.abort()
    await feeding
    const tally = new Tally()
    tally.add(await journalOf(almaty))
    expect((await replay(almaty)).differences).toEqual([])
    const counted = await product.database.rows(
      `select month::text, measure, part, appeals from national.appeal_figure where region = 'almaty'`,
    )
    const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted()
    expect(inOrder(counted)).toEqual(inOrder(tally.figures()))
  })

  it('are read from a long journal piece by piece', async () => {
    const { shymkent } = product
    const withdrawn = (await figure(shymkent, 'withdrawn')) ?? 0
    await product.database.rows(
      `insert into t_shymkent.journal (id, occurred_at, actor_kind, event, subject_kind, subject_id, fields, refs, request_id)
        select '00000000-0000-7000-8000-' || lpad(n::text, 12, '0'), timestamptz '2020-01-01' + n * interval '1 minute',
          'resident', 'appeal.withdrawn', 'appeal', n::text, '{}', '{}', 'test' from generate_series(1, 4500) n`,
    )
    expect((await replay(shymkent)).differences).toContain('4500 events were not counted')
    expect(await figure(shymkent, 'withdrawn')).toBe(withdrawn + 4500)
    expect((await replay(shymkent)).differences).toEqual([])
  })

  it('take no event of a region that nobody knows, nor anything without facts', async () => {
    const event = { id: newId(), event: 'appeal.registered', at: new Date(), facts: {} }
    await expect(withNational((db) => applyFacts(db, 'atlantis', [event]))).rejects.toThrow('no result')
    const before = (await national()).appeal_figure
    expect(await apply(product.almaty, [event])).toBe(1)
    expect((await national()).appeal_figure).toEqual(before)
  })
})
