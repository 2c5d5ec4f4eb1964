import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { playMonth } from './play.ts'

let product: TestProduct
const now = new Date('2026-11-27T08:00:00Z')

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const play = (region: 'almaty' | 'shymkent', contacts = 120) =>
  playMonth({ installation: product.installation, tenant: product[region].tenant, region, contacts, now })
const rows = <T extends object>(text: string) => product.database.rows<T>(text)

it('a month is played by the commands themselves: appeals in every state, journalled under their own moments', async () => {
  const brought = await play('almaty')
  expect(brought).toBeGreaterThan(100)
  const states = await rows<{ status: string }>('select distinct status from t_almaty.appeal order by 1')
  // A dispute lasts a day or two: there may be none at this moment.
  expect(states.map(({ status }) => status).filter((status) => status !== 'contested')).toEqual([
    'answered',
    'assigned',
    'awaitingSignature',
    'forwarded',
    'registered',
    'withdrawn',
  ])
  const [ends] = await rows<{ first: Date; last: Date; registered: number }>(
    `select min(occurred_at) as first, max(occurred_at) as last,
      count(*) filter (where event = 'appeal.registered')::int as registered from t_almaty.journal
      where event like 'appeal.%'`,
  )
  expect(ends?.registered).toBe(brought)
  expect(ends?.last.getTime()).toBeLessThanOrEqual(now.getTime())
  expect(ends?.first.getTime()).toBeGreaterThan(now.getTime() - 33 * 86_400_000)
  const [bodies] = await rows<Record<'split' | 'outside' | 'kept' | 'redirected', number>>(
    `select (select count(distinct appeal_id)::int from t_almaty.assignment where role = 'co') as split,
      (select count(*)::int from t_almaty.answer where author_id is null) as outside,
      (select count(*)::int from t_almaty.contest where decision = 'kept') as kept,
      (select count(*)::int from t_almaty.redirect) as redirected`,
  )
  for (const [what, count] of Object.entries(bodies ?? {})) expect(count, what).toBeGreaterThan(0)
  const late = await rows(
    'select n.number from t_almaty.appeal n join t_almaty.appeal o on o.number < n.number and o.received_at > n.received_at',
  )
  expect(late, 'numbers follow the clock').toEqual([])
  const returned = await rows<{ answered: boolean; read: boolean }>(
    `select distinct a.status = 'answered' as answered, m.read_at is not null as read from t_almaty.note_mention m
      join t_almaty.appeal_note n on n.id = m.note_id join t_almaty.appeal a on a.id = n.appeal_id
      where n.kind = 'returned' order by 1, 2`,
  )
  expect(returned, 'who wrote anew has read why it came back').not.toContainEqual({ answered: true, read: false })
  expect(returned).toContainEqual({ answered: true, read: true })
  expect(await rows('select id from t_shymkent.appeal')).toEqual([])
}, 90_000)

it('a region that has appeals is left as it is', async () => {
  const before = await rows<{ n: number }>('select count(*)::int as n from t_almaty.journal')
  expect(await play('almaty')).toBe(0)
  expect(await rows('select count(*)::int as n from t_almaty.journal')).toEqual(before)
})
