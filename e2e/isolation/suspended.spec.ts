import { cast } from '../fixtures/cast.ts'
import { rowsOf } from '../fixtures/database.ts'
import { platformHost, type House } from '../fixtures/house.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { allRoutes, pathFor } from '../fixtures/routes.ts'
import { signIn } from '../fixtures/people.ts'
import { fileAppeal } from '../fixtures/appeals.ts'
import { expect } from '../fixtures/test.ts'
import { crawl } from './crawl-table.ts'

// A region of its own is suspended here.
const { test } = testInOwnHouse()

/** What may be done all the same: a person's own account, the ways in and out, and what is no staff's. */
const open = /^\/(account|sign-|forgotten|new-password|invitations|:locale|$|\*)/

const anything = (pattern: string) =>
  Object.fromEntries([...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, crypto.randomUUID()]))

async function suspend(house: House): Promise<void> {
  const operator = await signIn(house, { ...house.operator, host: platformHost })
  const sent = await operator.send('/platform/regions/almaty', {
    intent: 'suspend',
    suspensionReason: 'Үлгі себеп',
  })
  expect(sent.status).toBe(302)
  operator.close()
}

test('no form of a suspended region’s staff is taken, by any route, and residents’ are', async ({ house }) => {
  const people = await cast(house, 'almaty')
  await suspend(house)
  const { dispatcher, clerk, regionAdmin } = people
  await expect.poll(async () => (await dispatcher.send('/desk', { intent: 'x' })).status, { timeout: 15_000 }).toBe(423)
  const count = () => rowsOf(house, 'almaty', `select count(*)::integer as n from journal where actor_kind = 'staff'`)
  const before = await count()
  const surprises: string[] = []
  let refused = 0
  for (const route of await allRoutes()) {
    const entry = crawl[route.pattern]
    if (!entry || open.test(route.pattern) || route.pattern.startsWith('/platform') || route.pattern === '/*') continue
    for (const [role, visitor] of Object.entries({ dispatcher, clerk, regionAdmin })) {
      const expected = entry.post[role as 'clerk']
      if (expected === 405 || route.pattern.startsWith('/oversight')) continue
      for (const intent of entry.intents ?? ['']) {
        const path = pathFor(route, { ...anything(route.pattern), appealId: people.own.receipt.appealId })
        // What only a script sends has no page to come back to.
        const headers: Readonly<Record<string, string>> = route.pattern.endsWith('/live')
          ? { Accept: 'application/json' }
          : {}
        const { status } = await visitor.send(path, { intent }, headers)
        if (status === 423) refused += 1
        // Where the page itself cannot be read so, or leads on, that is what is answered; the journal below shows nothing was done.
        else if ((await visitor.ask(path)).status === 200)
          surprises.push(`POST ${path} ${intent} as ${role}: ${status}`)
      }
    }
  }
  expect(surprises).toEqual([])
  expect(refused).toBeGreaterThan(60)
  expect(await count()).toEqual(before)
  // Read they may, and see why not more.
  const desk = await dispatcher.ask('/desk')
  expect([desk.status, desk.body.includes('Сейчас можно только читать'), desk.body.includes('Үлгі себеп')]).toEqual([
    200,
    true,
    false,
  ])
  expect((await regionAdmin.ask('/admin')).body).toContain('Үлгі себеп')
  await fileAppeal(house, 'almaty')
})
