import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from './core/ids.ts'
import type { PlatformContext } from './core/context.ts'
import type { PlatformPrincipal } from './core/access/principal.ts'
import { abilityFor } from './abilities.server.ts'
import { applyFacts } from './features/oversight/apply-facts.server.ts'
import type { FactEvent } from './features/oversight/figure.ts'
import { figuresCsv } from './features/oversight/figures-csv.server.ts'
import { oversightQuery } from './features/oversight/oversight-query.ts'
import { viewOversight } from './features/oversight/oversight-view.server.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const person = (...roles: PlatformPrincipal['roles']): PlatformPrincipal => ({
  kind: 'platform',
  id: 'somebody',
  name: 'Біреу',
  roles,
})

/** The overseer, or somebody else of the platform, on a Friday of November. */
async function as<T>(principal: PlatformPrincipal, work: (ctx: PlatformContext) => Promise<T>): Promise<T> {
  const { ctx, close } = product.installation.platformJob()
  const clock = { now: () => new Date('2026-11-27T06:00:00Z') }
  return work({ ...ctx, principal, ability: abilityFor(principal), clock }).finally(close)
}

const view = (asked = '') =>
  as(person('overseer'), (ctx) => viewOversight(ctx, oversightQuery(new URLSearchParams(asked))))

async function happened(region: string, count: number, event: string, facts: FactEvent['facts'], day = '2026-11-20') {
  const events = Array.from({ length: count }, () => ({ id: newId(), event, at: new Date(`${day}T05:00:00Z`), facts }))
  await product.installation.database.withNational((db) => applyFacts(db, region, events))
}

const came = (channel: string, registeredOn = '2026-11-20') => ({ channel, intent: 'problem', registeredOn })
const answered = (days: number, onTime: boolean) => ({ outcome: 'explained', days, onTime })

beforeAll(async () => {
  await happened('almaty', 30, 'appeal.registered', came('portal'))
  await happened('almaty', 3, 'appeal.registered', came('hall'))
  await happened('almaty', 12, 'appeal.registered', came('hotline'))
  await happened('almaty', 8, 'appeal.registered', came('portal', '2026-10-30'))
  for (const days of [1, 2, 3, 10, 20, 30]) await happened('almaty', 1, 'appeal.answered', answered(days, days < 15))
  await happened('almaty', 2, 'appeal.withdrawn', {})
  await happened('shymkent', 20, 'appeal.registered', came('portal'))
  await happened('shymkent', 9, 'appeal.registered', came('hotline'))
  await happened('shymkent', 4, 'appeal.answered', answered(1, true))
})

describe('the page of the overseer', () => {
  it('shows counts, the share on time, the exact median and what came per 1,000 residents of each region', async () => {
    const { lines, country } = await view()
    const almaty = lines.find(({ slug }) => slug === 'almaty')
    const [row] = await product.database.rows<{ population: number }>(
      `select population from national.region where slug = 'almaty'`,
    )
    expect(almaty?.figures).toMatchObject({
      received: { value: 45 },
      // Of all months: 53 came, 6 were answered and 2 withdrawn.
      open: { value: 45 },
      answered: { value: 6 },
      onTime: { value: 67, text: '67\u00a0%' },
      median: { value: 6.5, text: '6,5' },
      perThousand: { value: (45 / (row?.population ?? 0)) * 1000 },
    })
    expect(country.received.value).toBe(74)
  })

  it('shows another period by another address', async () => {
    expect((await view('period=lastMonth')).country.received.value).toBe(8)
    expect((await view('period=year')).country.received.value).toBe(82)
  })

  it('lists every region of the country, those without a centre too', async () => {
    const { lines } = await view()
    expect(lines.filter(({ connected }) => connected).map(({ slug }) => slug)).toEqual(['almaty', 'shymkent'])
    expect(lines.find(({ slug }) => slug === 'astana')).toMatchObject({
      connected: false,
      figures: { open: { text: '–' } },
    })
  })

  it('tells no share and no median of fewer than five answers, on the page as in the file', async () => {
    const shymkent = (await view()).lines.find(({ slug }) => slug === 'shymkent')
    expect(shymkent?.figures).toMatchObject({ answered: { value: 4 }, onTime: { text: '<5' }, median: { text: '<5' } })
    expect(shymkent?.figures.onTime.value).toBeUndefined()
    const csv = await as(person('overseer'), (ctx) => figuresCsv(ctx, oversightQuery(new URLSearchParams())))
    expect(csv).toMatch(/^\ufeffӨңір;/)
    expect(csv.split('\r\n').find((line) => line.startsWith('Шымкент'))).toMatch(/;29;25;4;<5;<5;/)
  })

  it('hides a small part of a region, and what would tell it: a neighbour in the region and in the other one', async () => {
    const channels = async (region: string) => {
      const { groups } = (await view(`region=${region}`)).breakdown
      return groups.find(({ name }) => name === 'channel')?.parts.map(({ text }) => text)
    }
    // Portal, hall, hotline, mail, post: 30, 3 and 12 here, 20, none and 9 there, no letters; the sums of both are shown for the country.
    expect(await channels('almaty')).toEqual(['–', '<5', '–', '0', '0'])
    expect(await channels('shymkent')).toEqual(['–', '0', '–', '0', '0'])
    expect(await channels('')).toEqual(['50', '<5', '–', '0', '0'])
    const [channel] = (await view('region=almaty')).breakdown.groups
    expect(
      channel?.parts.map(({ value }) => value),
      'a bar would tell what the words do not',
    ).toEqual([undefined, undefined, undefined, 0, 0])
  })

  it('puts what is hidden last, whichever way the table is ordered', async () => {
    for (const order of ['asc', 'desc']) {
      const { lines } = await view(`sort=onTime&order=${order}`)
      expect(lines[0]?.slug).toBe('almaty')
    }
    const byReceived = async (order: string) =>
      (await view(`sort=received&order=${order}`)).lines.map(({ slug }) => slug)
    expect((await byReceived('asc')).slice(0, 2)).toEqual(['shymkent', 'almaty'])
    expect((await byReceived('desc')).slice(0, 2)).toEqual(['almaty', 'shymkent'])
  })

  it.each([['platformOperator'], ['platformFinance']] as const)('is not for the %s', async (role) => {
    const asking = as(person(role), (ctx) => viewOversight(ctx, oversightQuery(new URLSearchParams())))
    await expect(asking).rejects.toMatchObject({ name: 'ForbiddenError' })
  })

  it('gives its overseer nothing else: no case, no directory, no people', () => {
    const ability = abilityFor(person('overseer'))
    for (const subject of ['Appeal', 'StaffMember', 'Region'] as const) {
      expect(ability.can('read', subject), subject).toBe(false)
    }
    for (const act of ['create', 'assign', 'sign'] as const) expect(ability.can(act, 'Appeal'), act).toBe(false)
  })
})
