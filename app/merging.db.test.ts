import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { actBy } from '#infra/testing/acts.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { deliveredMails } from '#infra/testing/deliver.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { classifyAppeal } from './features/appeals/classify-appeal.server.ts'
import { getAppeal } from './features/appeals/appeals.queries.server.ts'
import { listPeople } from './features/appeals/people.queries.server.ts'
import { getShares } from './features/appeals/shares.queries.server.ts'
import { getTrackedAppeal } from './features/appeals/tracked-appeal.queries.server.ts'
import { withdrawAppeal } from './features/appeals/withdraw-appeal.server.ts'
import { MergeAppeals } from './features/duplicates/duplicates.schema.ts'
import { mergeAppeals, unmergeAppeals } from './features/duplicates/merge-appeals.server.ts'
import { relateAppeals, unrelateAppeals } from './features/duplicates/relate-appeals.server.ts'
import { getDuplicates } from './features/duplicates/duplicates.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())

const system = { kind: 'system' } as const
const key = () => crypto.randomUUID()
const words = { outcome: 'satisfied', text: 'Бағытқа қосымша автобус шығарылды. Негіз: Заңның 5-бабы.' } as const
const rowOf = (id: string) => almaty.as(system, (ctx) => getAppeal(ctx, id))
const sharesOf = (id: string) => almaty.as(system, (ctx) => getShares(ctx, id))

type Who = Parameters<TestRegion['as']>[0]

/** Merges `otherId` into `id`, by a form made from how both stand now. */
async function merge(id: string, otherId: string, fate: 'close' | 'move' | '' = 'close', who: Who = almaty.dispatcher) {
  const [one, other, shares] = [await rowOf(id), await rowOf(otherId), await sharesOf(otherId)]
  const fates = Object.fromEntries(shares.map((share) => [`fate-${share.id}`, fate]))
  const input = MergeAppeals.parse({
    otherId,
    version: one.version,
    otherVersion: other.version,
    mergeReason: 'Бір аула туралы',
    ...fates,
  })
  await almaty.as(who, (ctx) => mergeAppeals(ctx, id, input))
}

async function unmerge(id: string, otherId: string) {
  const [one, other] = [await rowOf(id), await rowOf(otherId)]
  const input = { otherId, version: one.version, otherVersion: other.version, unmergeReason: 'Басқа аула екен' }
  await almaty.as(almaty.dispatcher, (ctx) => unmergeAppeals(ctx, id, input))
}

const relate = (id: string, otherId: string, kind: 'related' | 'repeat' = 'related', who: Who = almaty.dispatcher) =>
  almaty.as(who, (ctx) => relateAppeals(ctx, id, { otherId, relationKind: kind, relateReason: 'Бір мәселе' }))

const withdraw = (id: string) =>
  almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { reason: '', submissionKey: key() }))

describe('a merged appeal', () => {
  it('goes on in the other: one answer for all, each told in their language, and its page says so', async () => {
    const survivor = await fileAndAssign(almaty, { email: 'survivor@mail.example' })
    const merged = await fileAppeal(almaty, {
      email: 'merged@mail.example',
      language: 'ru',
      text: 'Автобус 121 не приходит.',
    })
    await merge(survivor, merged)
    const row = await rowOf(merged)
    expect(row).toMatchObject({ status: 'merged', mergedInto: survivor, closedAt: expect.any(Date) })
    const told = await deliveredMails(almaty, product, [survivor, merged])
    expect(told.get('merged@mail.example')?.at(-1)?.subject).toContain('рассматривают вместе')
    expect(told.get('survivor@mail.example')?.at(-1)?.subject).toContain('қосылды')

    await answerAppeal(almaty, survivor, words)
    const answered = await deliveredMails(almaty, product, [survivor, merged])
    const [toMerged] = answered.get('merged@mail.example') ?? []
    expect(toMerged?.subject).toContain(row.number)
    expect(toMerged?.text).toContain((await rowOf(survivor)).number)
    expect(toMerged?.text).toContain(words.text)
    // The letter on paper carries the address of the other person.
    expect(toMerged?.files).toBeUndefined()
    expect(answered.get('survivor@mail.example')?.[0]?.files).toHaveLength(1)

    const page = await almaty.as(knowing(merged), (ctx) => getTrackedAppeal(ctx, merged))
    expect(page).toMatchObject({ status: 'merged', mergedInto: { id: survivor }, text: 'Автобус 121 не приходит.' })
    const whole = await almaty.as(knowing(merged), (ctx) => getTrackedAppeal(ctx, survivor))
    expect(whole).toMatchObject({ status: 'answered', standing: 'follower', text: '', files: [] })
    expect(whole.answers.map(({ text }) => text)).toEqual([words.text])
    await expect(almaty.as(knowing(merged), (ctx) => getAppeal(ctx, survivor))).rejects.toBeInstanceOf(NotFound)
    await expect(almaty.as(knowing(survivor), (ctx) => getTrackedAppeal(ctx, merged))).rejects.toBeInstanceOf(NotFound)
  })

  it('costs nobody time: the earlier day counts, in every open share and whatever it is called in law', async () => {
    const early = await fileAppeal(almaty)
    almaty.clock.move(new Date('2026-11-26T04:00:00Z'))
    const late = await fileAndAssign(almaty)
    const before = await rowOf(late)
    expect((await rowOf(early)).dueOn < before.dueOn).toBe(true)
    await merge(late, early)
    const after = await rowOf(late)
    expect(after.dueOn).toBe((await rowOf(early)).dueOn)
    expect((await sharesOf(late)).map(({ dueOn }) => dueOn)).toEqual([after.dueOn])
    // Another kind is counted from where the first of them began: 20 working days from 23 November.
    await almaty.as(almaty.dispatcher, (ctx) =>
      classifyAppeal(ctx, late, { version: after.version, legalKind: 'complaint', categoryId: null }),
    )
    expect((await rowOf(late)).dueOn).toBe('2026-12-22')
    // The other way round nothing moves.
    const [first, second] = [await fileAndAssign(almaty), await fileAppeal(almaty)]
    const { dueOn } = await rowOf(first)
    await merge(first, second)
    expect((await rowOf(first)).dueOn).toBe(dueOn)
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
  })

  it('has no share that ends silently: each is closed or moved as it was said', async () => {
    const survivor = await fileAndAssign(almaty)
    const merged = await fileAndAssign(almaty, {}, 'housing-utilities')
    await expect(merge(survivor, merged, '')).rejects.toBeInstanceOf(InvalidInput)
    await merge(survivor, merged, 'move')
    expect((await sharesOf(merged)).map(({ status }) => status)).toEqual(['withdrawn'])
    const shares = await sharesOf(survivor)
    expect(shares.map(({ role, status }) => [role, status])).toEqual([
      ['lead', 'open'],
      ['co', 'open'],
    ])
    const both = await fileAndAssign(almaty)
    await expect(merge(survivor, both, 'move')).rejects.toMatchObject({
      reason: { key: 'appeals:error.assignedAlready' },
    })
    await merge(survivor, both, 'close')
    expect(await sharesOf(survivor)).toHaveLength(2)
    const events = await product.database.rows<{ event: string }>(
      `select event from t_almaty.journal where refs ->> 'appealId' = $1 order by id`,
      [both],
    )
    expect(events.map(({ event }) => event)).toEqual(['share.given', 'share.withdrawn'])
  })

  it('is parted again while the other is not answered, from the register and by its own clock', async () => {
    const [survivor, merged] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    const { dueOn } = await rowOf(merged)
    await merge(survivor, merged)
    await unmerge(survivor, merged)
    expect(await rowOf(merged)).toMatchObject({ status: 'registered', mergedInto: null, closedAt: null, dueOn })
    expect((await rowOf(survivor)).followerIds).toEqual([])
    await expect(almaty.as(knowing(merged), (ctx) => getTrackedAppeal(ctx, survivor))).rejects.toBeInstanceOf(NotFound)
    await expect(unmerge(survivor, merged)).rejects.toMatchObject({ reason: { key: 'duplicates:error.notMerged' } })
    await merge(survivor, merged)
    await answerAppeal(almaty, survivor, words)
    await expect(unmerge(survivor, merged)).rejects.toMatchObject({ reason: { key: 'duplicates:error.answered' } })
  })

  it('leads to no chain: what was merged into it goes on where it goes on', async () => {
    const [a, b, c] = [await fileAndAssign(almaty), await fileAppeal(almaty), await fileAppeal(almaty)]
    await merge(b, c)
    await merge(a, b)
    for (const id of [b, c]) expect(await rowOf(id)).toMatchObject({ status: 'merged', mergedInto: a })
    expect(await almaty.as(system, (ctx) => listPeople(ctx, a))).toHaveLength(3)
    expect((await rowOf(a)).followerIds.toSorted()).toEqual([b, c].toSorted())
    await unmerge(a, c)
    expect(await rowOf(c)).toMatchObject({ status: 'registered' })
    expect((await rowOf(a)).followerIds).toEqual([b])
  })

  it('takes its own along when they part, and leaves who came by it with the survivor', async () => {
    const [a, b, c] = [await fileAndAssign(almaty), await fileAppeal(almaty), await fileAppeal(almaty)]
    await merge(b, c)
    await merge(a, b)
    await unmerge(a, b)
    expect((await rowOf(a)).followerIds).toEqual([c])
    expect((await rowOf(b)).followerIds).toEqual([])
    const page = await almaty.as(knowing(c), (ctx) => getTrackedAppeal(ctx, c))
    expect(page).toMatchObject({ status: 'merged', mergedInto: { id: a }, canWithdraw: true })
    await expect(almaty.as(knowing(c), (ctx) => getTrackedAppeal(ctx, b))).rejects.toBeInstanceOf(NotFound)
  })

  it('is parted from one that nobody is behind any more, and that one ends', async () => {
    const [survivor, merged] = [await fileAndAssign(almaty), await fileAppeal(almaty)]
    await merge(survivor, merged)
    await withdraw(survivor)
    await unmerge(survivor, merged)
    expect(await rowOf(merged)).toMatchObject({ status: 'registered', mergedInto: null })
    expect(await rowOf(survivor)).toMatchObject({ status: 'withdrawn' })
  })

  it('has its own term again when they part, and not that of a body it had before', async () => {
    const [survivor, merged] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    const { dueOn } = await rowOf(merged)
    const [share] = await sharesOf(merged)
    const extension = { kind: 'extension', assignmentId: share?.id ?? '', until: '20.01.2027' }
    const [clerk, head] = [almaty.clerks['passenger-transport'], almaty.heads['passenger-transport']]
    await actBy(almaty, clerk, head, merged, extension)
    await product.database.rows(`update t_almaty.assignment set role = 'own' where id = $1`, [share?.id ?? ''])
    await merge(survivor, merged)
    await unmerge(survivor, merged)
    expect((await rowOf(merged)).dueOn).toBe(dueOn)
  })

  it('is not merged while the clock of either stands', async () => {
    const [survivor, merged] = [await fileAndAssign(almaty), await fileAppeal(almaty)]
    const [share] = await sharesOf(survivor)
    const suspension = { kind: 'suspension', ground: 'expertise', assignmentId: share?.id ?? '', until: '20.01.2027' }
    const [clerk, head] = [almaty.clerks['passenger-transport'], almaty.heads['passenger-transport']]
    await actBy(almaty, clerk, head, survivor, suspension)
    const suspended = {
      reason: { key: 'duplicates:error.suspended', values: expect.objectContaining({ day: '20.01.2027' }) as unknown },
    }
    await expect(merge(survivor, merged)).rejects.toMatchObject(suspended)
    await expect(merge(merged, survivor)).rejects.toMatchObject(suspended)
  })

  it('is nothing for who is no dispatcher, nor across regions, nor of what is closed', async () => {
    const [one, other] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    await expect(merge(one, other, 'close', almaty.clerks['passenger-transport'])).rejects.toBeInstanceOf(
      ForbiddenError,
    )
    const foreign = await fileAppeal(product.shymkent)
    await expect(
      almaty.as(almaty.dispatcher, (ctx) =>
        mergeAppeals(ctx, one, { otherId: foreign, version: 2, otherVersion: 1, mergeReason: 'Бір мәселе', fates: {} }),
      ),
    ).rejects.toBeInstanceOf(NotFound)
    await expect(merge(one, one)).rejects.toMatchObject({ reason: { key: 'duplicates:error.same' } })
    await answerAppeal(almaty, other, words)
    await expect(merge(one, other)).rejects.toMatchObject({ reason: { key: 'duplicates:error.notMergeable' } })
  })

  it('ends when everybody of both has left, and not before', async () => {
    const [survivor, merged] = [await fileAndAssign(almaty), await fileAppeal(almaty)]
    await merge(survivor, merged)
    await withdraw(survivor)
    expect((await rowOf(survivor)).status).toBe('assigned')
    await withdraw(merged)
    expect((await rowOf(survivor)).status).toBe('withdrawn')
    expect((await rowOf(merged)).status).toBe('merged')
  })
})

describe('two dispatchers at once', () => {
  it('who merge the same two either way leave one that goes on; the other one is told who and when', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await fileAppeal(almaty), await fileAppeal(almaty)]
      const tries = await Promise.allSettled([merge(a, b), merge(b, a)])
      expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const lost = tries.find((one) => one.status === 'rejected')
      expect(lost?.reason).toMatchObject({
        reason: { key: 'appeals:error.changedMeanwhile', values: { who: 'Ақмарал Үлгіқызы' } },
      })
      const rows = [await rowOf(a), await rowOf(b)]
      expect(rows.filter(({ status }) => status === 'registered')).toHaveLength(1)
      expect(rows.filter(({ status }) => status === 'merged')).toHaveLength(1)
    }
  })

  it('who do whatever with four appeals make no chain, no circle, and cost nobody time', async () => {
    const act = fc.record({
      what: fc.constantFrom('merge', 'merge', 'unmerge', 'relate'),
      one: fc.nat(3),
      other: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), async (rounds) => {
        const ids: string[] = []
        for (let n = 0; n < 4; n += 1) ids.push(await fileAppeal(almaty))
        const promised = new Map(await Promise.all(ids.map(async (id) => [id, (await rowOf(id)).dueAt] as const)))
        for (const round of rounds) {
          const done = await Promise.allSettled(
            round.map(({ what, one, other }) => {
              const [a, b] = [ids[one] ?? '', ids[other] ?? '']
              return what === 'merge' ? merge(a, b) : what === 'unmerge' ? unmerge(a, b) : relate(a, b)
            }),
          )
          const failures = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
          expect(failures.filter((error) => !(error instanceof Refusal))).toEqual([])
        }
        const rows = await Promise.all(ids.map(rowOf))
        for (const row of rows) {
          const whole = row.mergedInto ? rows.find(({ id }) => id === row.mergedInto) : row
          expect(whole?.mergedInto).toBeNull()
          expect(row.status).toBe(row.mergedInto ? 'merged' : 'registered')
          expect(whole?.dueAt.getTime()).toBeLessThanOrEqual(promised.get(row.id)?.getTime() ?? 0)
          expect(row.mergedInto ? whole?.followerIds : [row.id]).toContain(row.id)
        }
        const open = await product.database.rows<{ appeal_id: string; other_id: string }>(
          `select appeal_id, other_id from t_almaty.appeal_relation
            where kind = 'merged' and ended_at is null and appeal_id = any($1)`,
          [ids],
        )
        expect(Object.fromEntries(open.map((one) => [one.appeal_id, one.other_id]))).toEqual(
          Object.fromEntries(rows.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto]] : []))),
        )
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  it('cut off half-way, have merged nothing', async () => {
    const [survivor, merged] = [await fileAndAssign(almaty), await fileAndAssign(almaty)]
    expect(await killedAt(product, 't_almaty.outbox', () => merge(survivor, merged))).toBe('cut off')
    expect((await rowOf(merged)).status).toBe('assigned')
    expect((await sharesOf(merged)).map(({ status }) => status)).toEqual(['open'])
    await merge(survivor, merged)
    expect((await rowOf(merged)).status).toBe('merged')
  })
})

describe('a link between two appeals', () => {
  it('says what they have to do with each other, on both, until it is taken back', async () => {
    const [earlier, later] = [await fileAppeal(almaty), await fileAppeal(almaty)]
    await relate(later, earlier, 'repeat')
    const seen = async (id: string) => (await almaty.as(almaty.dispatcher, (ctx) => getDuplicates(ctx, id))).related
    expect(await seen(later)).toMatchObject([{ id: earlier, kind: 'repeat', isFrom: true, reason: 'Бір мәселе' }])
    expect(await seen(earlier)).toMatchObject([{ id: later, kind: 'repeat', isFrom: false }])
    await expect(relate(earlier, later)).rejects.toMatchObject({
      reason: { key: 'duplicates:error.relatedAlready', values: { who: 'Ақмарал Үлгіқызы' } },
    })
    const unrelate = () =>
      almaty.as(almaty.dispatcher, (ctx) => unrelateAppeals(ctx, earlier, { otherId: later, endReason: 'Қателестім' }))
    await unrelate()
    expect(await seen(later)).toEqual([])
    await expect(unrelate()).rejects.toMatchObject({ reason: { key: 'duplicates:error.notRelated' } })
    await expect(relate(earlier, later, 'related', almaty.clerks['passenger-transport'])).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it('is made once by two who make it at once, and a repeat never comes before what it repeats', async () => {
    const [earlier, later] = [await fileAppeal(almaty), await fileAppeal(almaty)]
    await product.database.rows(
      `update t_almaty.appeal set received_at = received_at - interval '1 hour' where id = $1`,
      [earlier],
    )
    await expect(relate(earlier, later, 'repeat')).rejects.toMatchObject({
      reason: { key: 'duplicates:error.repeatEarlier' },
    })
    const tries = await Promise.allSettled([relate(earlier, later), relate(later, earlier)])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
