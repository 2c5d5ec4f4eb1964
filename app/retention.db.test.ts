import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import type { TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { chosenTerms } from '#db/schema/retention.ts'
import type { LegalKind } from '#db/schema/vocabulary.ts'
import { tryLock } from '#db/sql/lock.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { tidy } from '#infra/worker/tidy.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { eraseApplicant } from './features/erasures/erase-applicant.server.ts'
import { getErasures } from './features/erasures/erasures.queries.server.ts'
import { liftHold } from './features/holds/lift-hold.server.ts'
import { placeHold } from './features/holds/place-hold.server.ts'
import { applyRetention } from './features/retentions/apply-retention.server.ts'
import { changeTerm, mayTry } from './features/retentions/change-term.server.ts'
import { cutOf } from './features/retentions/retention.ts'
import { getRetention, getTerm } from './features/retentions/retentions.queries.server.ts'

let product: TestProduct
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())
afterEach(() => startAfresh())

const holdReason = 'Сот дауы, № 5'
const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as(product.almaty.admin, work)
const asDispatcher = <T>(work: (ctx: TenantContext) => Promise<T>) => product.almaty.as(product.almaty.dispatcher, work)
const run = (size?: number) => product.almaty.as({ kind: 'system' }, (ctx) => applyRetention(ctx, { size }))
const hold = (id: string) => asDispatcher((ctx) => placeHold(ctx, id, { holdReason }))

/** The region's own terms, changed long ago. */
async function setTerms(terms: Readonly<Record<string, number>>): Promise<void> {
  await product.database.rows('delete from t_almaty.retention_term')
  for (const [kind, amount] of Object.entries(terms))
    await product.database.rows(`insert into t_almaty.retention_term (id, amount, changed_at) values ($1, $2, $3)`, [
      kind,
      amount,
      new Date('2020-01-01'),
    ])
  await product.database.rows('update t_almaty.settings_mark set version = version + 1')
}

/** No hold, no terms of its own, and nothing that is over the usual ones. */
async function startAfresh(): Promise<void> {
  await product.database.rows(
    'update t_almaty.legal_hold set lifted_at = now(), lifted_by = held_by where lifted_at is null',
  )
  await setTerms({})
  await run()
}

interface Wanted {
  readonly legalKind?: LegalKind
  /** Months before the clock. */
  readonly age: number
  readonly iin?: string
}

/** An appeal that was closed so many months ago, and a day more. */
async function closedAppeal({ legalKind = 'report', age, iin = '' }: Wanted): Promise<string> {
  const id = await fileAppeal(product.almaty, iin ? { iin } : { kind: 'guest', iin: '' })
  const closed = new Date(cutOf(product.almaty.clock.now(), age, 'months').getTime() - 86_400_000)
  await product.database.rows(
    `update t_almaty.appeal set status = 'withdrawn', legal_kind = $2, closed_at = $3 where id = $1`,
    [id, legalKind, closed],
  )
  return id
}

/** Of these appeals those whose person is still known. */
async function known(ids: readonly string[]): Promise<string[]> {
  const rows = await product.database.rows<{ id: string }>(
    `select a.id from t_almaty.appeal a join t_almaty.applicant p on p.id = a.applicant_id
      join t_almaty.appeal_text x on x.appeal_id = a.id
      where a.id = any($1) and p.full_name <> '' and x.text <> '' and a.excerpt <> ''`,
    [ids],
  )
  return rows.map(({ id }) => id).toSorted()
}

async function applicantOf(id: string): Promise<string> {
  const query = 'select applicant_id from t_almaty.appeal where id = $1'
  const [row] = await product.database.rows<{ applicant_id: string }>(query, [id])
  return row?.applicant_id ?? ''
}

const dump = async () =>
  product.database.rows(
    `select p.*, x.text, e.ground, e.erased_by from t_almaty.applicant p left join t_almaty.appeal a on a.applicant_id = p.id
      left join t_almaty.appeal_text x on x.appeal_id = a.id
      left join t_almaty.erasure e on e.applicant_id = p.id order by p.id`,
  )
const lines = () =>
  product.database.rows(`select facts from t_almaty.journal where event = 'retention.applied' order by id`)
const iins = ['900515300018', '030214600018'] as const
const kinds = ['report', 'complaint', 'proposal'] as const

const oneAppeal = fc.record({
  legalKind: fc.constantFrom(...kinds),
  age: fc.constantFrom(0, 58, 59, 60, 61, 71, 72, 90),
  iin: fc.constantFrom('', '', ...iins),
  held: fc.boolean(),
})
const ownTerms = fc.record({ report: fc.constantFrom(60, 72), complaint: fc.constantFrom(60, 90) })

describe('a night of retention', () => {
  it('empties all that is over its term, nothing younger, and nothing held; cut off anywhere, it ends the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneAppeal, { minLength: 3, maxLength: 8 }),
        ownTerms,
        fc.integer({ min: 1, max: 3 }),
        fc.nat(4),
        async (wanted, terms, size, cutAfter) => {
          await startAfresh()
          await setTerms(terms)
          const made = []
          for (const one of wanted) made.push({ ...one, id: await closedAppeal(one) })
          for (const { id, held } of made) if (held) await hold(id)
          const heldIins = new Set<string>(made.flatMap(({ held, iin }) => (held && iin ? [iin] : [])))
          const termOf = (kind: (typeof kinds)[number]) =>
            kind === 'proposal' ? chosenTerms.proposal.usual : terms[kind]
          const stays = made.filter(
            ({ held, iin, age, legalKind }) => held || heldIins.has(iin) || age < termOf(legalKind),
          )
          const ids = made.map(({ id }) => id)
          const asked = await asAdmin((ctx) => getRetention(ctx))
          const promised = asked.terms
            .filter(({ kind }) => kinds.some((one) => one === kind))
            .reduce((sum, { over }) => sum + (over ?? 0), 0)

          let batches = 0
          await product.almaty
            .as({ kind: 'system' }, (ctx) => {
              const write: typeof ctx.write = async (work) => {
                if (batches === cutAfter) throw new Error('killed here')
                batches += 1
                return (ctx.write as NonNullable<typeof ctx.write>)(work)
              }
              return applyRetention({ ...ctx, write }, { size })
            })
            .catch((error: unknown) => {
              if (!(error instanceof Error) || error.message !== 'killed here') throw error
            })
          const half = await known(ids)
          for (const { id } of stays) expect(half).toContain(id)

          await run(size)
          expect(await known(ids)).toEqual(stays.map(({ id }) => id).toSorted())
          expect(promised).toBe(ids.length - stays.length)
          const [once, told] = [await dump(), await lines()]
          expect(await run(size)).toEqual({ appeals: 0, files: 0 })
          expect([await dump(), await lines()]).toEqual([once, told])
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  it('leaves a tombstone of nobody, a digest, and a line with the count', async () => {
    const id = await closedAppeal({ age: 61 })
    const before = (await lines()).length
    expect(await run()).toEqual({ appeals: 1, files: 0 })
    const [tombstone] = await product.database.rows(
      'select erased_by, ground, paper from t_almaty.erasure where applicant_id = $1',
      [await applicantOf(id)],
    )
    expect(tombstone).toEqual({ erased_by: null, ground: 'termOver', paper: '' })
    expect((await lines()).slice(before)).toEqual([{ facts: { appeals: 1 } }])
    const [entry] = await product.database.rows<{ actor_kind: string; digests: object }>(
      `select actor_kind, digests from t_almaty.journal where event = 'applicant.erased' and subject_id = $1`,
      [await applicantOf(id)],
    )
    expect(entry?.actor_kind).toBe('system')
    expect(Object.keys(entry?.digests ?? {})).toContain('fullName')
  })

  it('empties files by their own term, before the words of an appeal that is kept longer', async () => {
    await setTerms({ report: 120 })
    const [old, held] = [await closedAppeal({ age: 61 }), await closedAppeal({ age: 61 })]
    for (const id of [old, held])
      await product.database.rows(
        `insert into t_almaty.attachment (id, appeal_id, name, media_type, bytes, sha256, state, added_by, created_at)
          values ($1, $2, 'құжат.pdf', 'application/pdf', 10, 'aa', 'kept', 'resident', now())`,
        [newId(), id],
      )
    await hold(held)
    expect(await run()).toEqual({ appeals: 0, files: 1 })
    const files = await product.database.rows(
      'select appeal_id, name, state from t_almaty.attachment where appeal_id = any($1) order by state',
      [[old, held]],
    )
    expect(files).toEqual([
      { appeal_id: old, name: '', state: 'erased' },
      { appeal_id: held, name: 'құжат.pdf', state: 'kept' },
    ])
    expect(await known([old])).toEqual([old])
  })

  it('is left to the worker that is at it', async () => {
    const id = await closedAppeal({ age: 61 })
    const beside = await product.almaty.as({ kind: 'system' }, (ctx) =>
      inTransaction(ctx, async (ctx) => {
        await tryLock(ctx.db, ctx.tenant.schema, 'retention')
        return run()
      }),
    )
    expect(beside).toEqual({ appeals: 0, files: 0 })
    expect(await known([id])).toEqual([id])
  })

  it('does not wait for somebody who works on an appeal, and leaves the other region alone', async () => {
    const witness = await fileAppeal(product.shymkent)
    const id = await closedAppeal({ age: 61 })
    const beside = await asDispatcher((ctx) =>
      inTransaction(ctx, async ({ db }) => {
        await db.selectFrom('appeal').select('id').where('id', '=', id).forUpdate().execute()
        return run()
      }),
    )
    expect(beside).toEqual({ appeals: 0, files: 0 })
    expect(await known([id])).toEqual([id])
    const [row] = await product.database.rows<{ full_name: string }>(
      'select p.full_name from t_shymkent.appeal a join t_shymkent.applicant p on p.id = a.applicant_id where a.id = $1',
      [witness],
    )
    expect(row?.full_name).not.toBe('')
  })

  it('is the worker’s alone', async () => {
    const { admin, dispatcher, clerks } = product.almaty
    for (const principal of [admin, dispatcher, clerks['passenger-transport']])
      await expect(product.almaty.as(principal, (ctx) => applyRetention(ctx))).rejects.toBeInstanceOf(ForbiddenError)
  })
})

describe('a term', () => {
  const input = (amount: number, version = 1) => ({ submissionKey: newId(), version, amount })

  it('is changed by the administrator between its ends, rests for a week and can be undone', async () => {
    const [id, kept] = [await closedAppeal({ age: 73 }), await closedAppeal({ age: 61 })]
    const tried = await asAdmin((ctx) => getTerm(ctx, 'report', 72))
    expect([tried.term.over, tried.tried?.over]).toEqual([2, 1])
    const changed = await asAdmin((ctx) => changeTerm(ctx, 'report', input(72)))
    expect(await run(), 'a slip of the pen must not empty a register').toEqual({ appeals: 0, files: 0 })
    product.almaty.clock.move(new Date('2026-12-01T04:00:00Z'))
    expect(await run()).toEqual({ appeals: 1, files: 0 })
    expect(await known([id, kept])).toEqual([kept])
    await asAdmin((ctx) => undoChange(ctx, changed ?? '', { submissionKey: newId() }))
    expect(await run(), 'and an undoing rests too').toEqual({ appeals: 0, files: 0 })
    const { terms } = await asAdmin((ctx) => getRetention(ctx))
    expect(terms.find(({ kind }) => kind === 'report')).toMatchObject({ amount: 60, rests: '08.12.2026' })
    product.almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
  })

  it('is refused beyond its ends, from an older form, for no kind, and to anybody else', async () => {
    for (const amount of [59, 121])
      await expect(asAdmin((ctx) => changeTerm(ctx, 'files', input(amount)))).rejects.toBeInstanceOf(InvalidInput)
    await asAdmin((ctx) => changeTerm(ctx, 'files', input(72)))
    await expect(asAdmin((ctx) => changeTerm(ctx, 'files', input(84)))).rejects.toBeInstanceOf(Refusal)
    await expect(asAdmin((ctx) => changeTerm(ctx, 'journal', input(72)))).rejects.toBeInstanceOf(NotFound)
    await expect(asDispatcher((ctx) => changeTerm(ctx, 'files', input(72, 2)))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(asDispatcher((ctx) => getRetention(ctx))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(asDispatcher(async (ctx) => mayTry(ctx, 'files', 72))).rejects.toBeInstanceOf(ForbiddenError)
  })

  it('of former values of settings is what the nightly tidying goes by', async () => {
    const change = (id: string, ago: string) =>
      product.database.rows(
        `insert into t_almaty.admin_change values ($1, $1, 'hall.changed', 'hall', 'h', '{"rows": []}', $2, now() - $3::interval)`,
        [id, product.almaty.admin.id, ago],
      )
    await change('of-last-winter', '150 days')
    await change('of-two-winters-ago', '250 days')
    await setTerms({ changes: 200 })
    await tidy(product.installation, () => undefined)
    expect(await product.database.rows(`select id from t_almaty.admin_change where id like 'of-%'`)).toEqual([
      { id: 'of-last-winter' },
    ])
  })
})

describe('a legal hold', () => {
  const lift = (id: string, holdId: string) =>
    asDispatcher((ctx) => liftHold(ctx, id, { holdId, liftReason: 'Сот аяқталды' }))
  const holdOf = async (id: string) => {
    const query = 'select id from t_almaty.legal_hold where appeal_id = $1 and lifted_at is null'
    return (await product.database.rows<{ id: string }>(query, [id]))[0]?.id ?? ''
  }
  const erase = async (id: string) => {
    const applicantId = await applicantOf(id)
    const request = { applicantId, ground: 'asked', paper: '№ 9, 23.11.2026', sure: 'yes' } as const
    return asAdmin((ctx) => eraseApplicant(ctx, request))
  }

  it('stands against a person’s own request, which is noted once, in all that the person brought', async () => {
    const [held, other] = [await closedAppeal({ age: 1, iin: iins[0] }), await closedAppeal({ age: 1, iin: iins[0] })]
    await hold(held)
    expect([await erase(held), await erase(held), await erase(other)]).toEqual(['held', 'held', 'held'])
    expect(await known([held, other])).toEqual([held, other].toSorted())
    const { refused } = await asAdmin((ctx) => getErasures(ctx, ''))
    expect(refused.map(({ paper }) => paper)).toEqual(['№ 9, 23.11.2026', '№ 9, 23.11.2026'])
    await lift(held, await holdOf(held))
    expect(await erase(held)).toBe('erased')
    expect(await known([held, other])).toEqual([])
  })

  it('covers what is linked to the appeal or was merged into it', async () => {
    const [held, linked, merged] = [
      await closedAppeal({ age: 61 }),
      await closedAppeal({ age: 61 }),
      await closedAppeal({ age: 61 }),
    ]
    await product.database.rows(
      `insert into t_almaty.appeal_relation (id, appeal_id, other_id, kind, reason, made_by, made_at)
        values ($1, $2, $3, 'related', 'бір мәселе', $4, now())`,
      [newId(), linked, held, product.almaty.dispatcher.id],
    )
    await product.database.rows(`update t_almaty.appeal set status = 'merged', merged_into = $2 where id = $1`, [
      merged,
      held,
    ])
    await hold(held)
    expect(await run()).toEqual({ appeals: 0, files: 0 })
    await lift(held, await holdOf(held))
    expect(await run()).toEqual({ appeals: 3, files: 0 })
  })

  it('is placed once and lifted once, by who answers for the register, in the own region', async () => {
    const id = await closedAppeal({ age: 1 })
    await Promise.all([hold(id), hold(id)])
    const holdId = await holdOf(id)
    await expect(asDispatcher((ctx) => placeHold(ctx, id, { holdReason: 'Басқа себеп' }))).rejects.toMatchObject({
      reason: { key: 'holds:error.heldAlready' },
    })
    const abroad = product.shymkent.as(product.shymkent.dispatcher, (ctx) => placeHold(ctx, id, { holdReason }))
    await expect(abroad).rejects.toBeInstanceOf(NotFound)
    const others = [product.almaty.admin, product.almaty.clerks['passenger-transport']]
    for (const principal of others) {
      const tried = product.almaty.as(principal, (ctx) => liftHold(ctx, id, { holdId, liftReason: 'жай' }))
      await expect(tried).rejects.toBeInstanceOf(NotFound)
    }
    await lift(id, holdId)
    await expect(lift(id, holdId)).rejects.toMatchObject({ reason: { key: 'holds:error.notHeld' } })
    const events = await product.database.rows(
      `select event from t_almaty.journal where subject_id = $1 and event like 'appeal.h%' order by id`,
      [id],
    )
    expect(events).toEqual([{ event: 'appeal.held' }, { event: 'appeal.holdLifted' }])
  })

  it('is not placed on what was emptied already', async () => {
    const id = await closedAppeal({ age: 61 })
    await run()
    await expect(hold(id)).rejects.toMatchObject({ reason: { key: 'holds:error.erased' } })
  })
})
