import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerAppeal } from '#infra/testing/appeals.ts'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { SubmitAppeal } from './appeals.schema.ts'
import { assignAppeal } from './assign-appeal.server.ts'
import { accessCode } from './access-code.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { submitAppeal } from './submit-appeal.server.ts'
import { trackAppeal } from './track-appeal.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

let people = 0
const typed = (changed: Record<string, string> = {}) => {
  people += 1
  return SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    text: '121-автобус кешке келмейді. Кестені сақтауды сұраймын.',
    address: 'Алматы қаласы, Абай даңғылы, 10',
    fullName: 'Сынақова Әсел',
    iin: '900515300018',
    email: `person${people}@mail.example`,
    language: 'kk',
    ...changed,
  })
}

const file = (region: TestRegion, changed?: Record<string, string>) =>
  region.as(anyone, (ctx) => submitAppeal(ctx, typed(changed), '192.0.2.100'))

const appealOf = (region: TestRegion, id: string) => region.as(region.dispatcher, (ctx) => getAppeal(ctx, id))

const agencyId = (region: TestRegion) => {
  const { agencyId } = region.clerks['passenger-transport']
  if (!agencyId) throw new Error('A clerk sits for an agency')
  return agencyId
}

async function fileAndAssign(region: TestRegion): Promise<string> {
  const id = await file(region)
  await region.as(region.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId: agencyId(region) }))
  return id
}

const answer = { outcome: 'satisfied', text: 'Бағытқа қосымша автобус шығарылды. Негіз: Заңның 5-бабы.' } as const

const countRows = async (table: string) => {
  const [row] = await product.database.rows<{ count: string }>(`select count(*) from t_almaty.${table}`)
  return Number(row?.count)
}

describe('an appeal that is brought', () => {
  it('is registered with a number, a day and a due date from the working calendar', async () => {
    const appeal = await appealOf(almaty, await file(almaty))
    expect(appeal).toMatchObject({ status: 'registered', registeredOn: '2026-11-23', dueOn: '2026-12-14' })
    expect(appeal.dueAt.toISOString()).toBe('2026-12-14T13:30:00.000Z')
    expect(appeal.number).toMatch(/^75-26-\d{6}$/)
  })

  it('is registered on the next working day when it comes after the end of the day', async () => {
    almaty.clock.move(new Date('2026-12-15T14:00:00Z'))
    const appeal = await appealOf(almaty, await file(almaty))
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
    expect(appeal.registeredOn).toBe('2026-12-17')
  })

  it('leaves ids and names of fields in journal and outbox, and nothing that was typed', async () => {
    const id = await file(almaty, { fullName: 'Құпиябекова Зере', email: 'zere@mail.example' })
    const rows = await product.database.rows(
      `select row_to_json(j)::text as journal, row_to_json(o)::text as outbox
        from t_almaty.journal j join t_almaty.outbox o using (id) where j.subject_id = $1`,
      [id],
    )
    expect(rows).toHaveLength(1)
    const text = JSON.stringify(rows)
    expect(text).toContain('appeal.registered')
    for (const personal of ['Құпиябекова', 'zere@', '900515300018', 'Абай', 'автобус'])
      expect(text).not.toContain(personal)
  })

  it('is one appeal however often and however much at once the same page is sent', async () => {
    const before = await countRows('applicant')
    const same = typed()
    const ids = await Promise.all(
      Array.from({ length: 6 }, () => almaty.as(anyone, (ctx) => submitAppeal(ctx, same, '192.0.2.100'))),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await countRows('applicant')).toBe(before + 1)
  })

  it('never shares its number with another, however many come at once, and leaves no gap', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => file(shymkent)))
    const appeals = await Promise.all(ids.map((id) => appealOf(shymkent, id)))
    const running = appeals.map((appeal) => Number(appeal.number?.slice(-6))).toSorted((a, b) => a - b)
    expect(running).toEqual(Array.from({ length: 12 }, (_unused, index) => (running[0] ?? 0) + index))
  })

  it('is not taken twenty-one times an hour for one address: a stranger could fill somebody’s mailbox', async () => {
    const email = 'victim@mail.example'
    for (let count = 0; count < 20; count += 1) await file(almaty, { email })
    await expect(file(almaty, { email })).rejects.toMatchObject({ name: 'TooManyTries' })
    await expect(file(shymkent, { email })).resolves.toBeDefined()
    const owner = almaty.as(anyone, (ctx) => submitAppeal(ctx, typed({ email }), '192.0.2.101'))
    await expect(owner, 'its owner is never kept from filing').resolves.toBeDefined()
  })

  it('costs at most eight statements between begin and commit, a draft two more', async () => {
    const statements: string[] = []
    await almaty.as(anyone, async (ctx) => {
      const write: typeof ctx.write = (work) =>
        product.installation.database.withTenant(almaty.tenant, async (db) => {
          const counted = db.withPlugin({
            transformQuery: ({ node }) => {
              statements.push(node.kind)
              return node
            },
            transformResult: async ({ result }) => result,
          })
          return work(counted)
        })
      await submitAppeal({ ...ctx, write }, typed(), '192.0.2.100')
    })
    expect(statements.length).toBeGreaterThan(4)
    expect(statements.length).toBeLessThanOrEqual(8)
  })

  it('leaves nothing behind when its transaction fails at the very end', async () => {
    const tables = ['applicant', 'appeal', 'appeal_text', 'journal', 'outbox']
    const before = await Promise.all(tables.map(countRows))
    const failing = almaty.as(anyone, (ctx) => {
      const write: typeof ctx.write = (work) =>
        product.installation.database.withTenant(almaty.tenant, async (db) => {
          await work(db)
          throw new Error('the lights went out')
        })
      return submitAppeal({ ...ctx, write }, typed(), '192.0.2.100')
    })
    await expect(failing).rejects.toThrow('the lights went out')
    expect(await Promise.all(tables.map(countRows))).toEqual(before)
  })
})

describe('tracking', () => {
  it('shows an appeal to who knows its number and code', async () => {
    const id = await file(almaty)
    const appeal = await appealOf(almaty, id)
    const found = await almaty.as(anyone, (ctx) =>
      trackAppeal(ctx, { number: appeal.number ?? '', code: accessCode(ctx, appeal) }, '192.0.2.1'),
    )
    expect(found).toEqual({ appealId: id, holderId: id })
  })

  it.each([
    ['a wrong code', (number: string) => ({ number, code: 'AAAAAAAA' })],
    ['an unknown number', () => ({ number: '75-26-999999', code: 'AAAAAAAA' })],
  ])('says the same for %s', async (_what, asked) => {
    const appeal = await appealOf(almaty, await file(almaty))
    await expect(
      almaty.as(anyone, (ctx) => trackAppeal(ctx, asked(appeal.number ?? ''), '192.0.2.2')),
    ).rejects.toMatchObject({ fields: { code: 'appeals:error.codeWrong' } })
  })

  it('refuses after ten wrong tries from one address, even the right code, and still serves others', async () => {
    const appeal = await appealOf(almaty, await file(almaty))
    const asked = (ctx: Parameters<typeof accessCode>[0]) => ({
      number: appeal.number ?? '',
      code: accessCode(ctx, appeal),
    })
    const wrong = { number: appeal.number ?? '', code: 'AAAAAAAA' }
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(almaty.as(anyone, (ctx) => trackAppeal(ctx, wrong, '192.0.2.9'))).rejects.toMatchObject({
        name: 'InvalidInput',
      })
    }
    await expect(almaty.as(anyone, (ctx) => trackAppeal(ctx, asked(ctx), '192.0.2.9'))).rejects.toMatchObject({
      name: 'TooManyTries',
      retryAfter: expect.any(Number),
    })
    await expect(almaty.as(anyone, (ctx) => trackAppeal(ctx, asked(ctx), '192.0.2.10'))).resolves.toEqual({
      appealId: appeal.id,
      holderId: appeal.id,
    })
  })

  it('counts wrong tries alone: a family behind one address may look as often as it likes', async () => {
    const appeal = await appealOf(almaty, await file(almaty))
    for (let tries = 0; tries < 15; tries += 1) {
      const found = await almaty.as(anyone, (ctx) =>
        trackAppeal(ctx, { number: appeal.number ?? '', code: accessCode(ctx, appeal) }, '192.0.2.11'),
      )
      expect(found.holderId).toBe(appeal.id)
    }
  })

  it('knows no number of another region', async () => {
    const id = await file(shymkent)
    const appeal = await appealOf(shymkent, id)
    const code = await shymkent.as(anyone, async (ctx) => accessCode(ctx, appeal))
    await expect(
      almaty.as(anyone, (ctx) => trackAppeal(ctx, { number: appeal.number ?? '', code }, '192.0.2.3')),
    ).rejects.toMatchObject({ name: 'InvalidInput' })
  })
})

describe('assigning', () => {
  it('gives the appeal to the agency, whose clerk then sees it and another’s does not', async () => {
    const id = await fileAndAssign(almaty)
    const { 'passenger-transport': transport, 'housing-utilities': housing } = almaty.clerks
    await expect(almaty.as(transport, (ctx) => getAppeal(ctx, id))).resolves.toMatchObject({ status: 'assigned' })
    await expect(almaty.as(housing, (ctx) => getAppeal(ctx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('is won by one of two dispatchers; the other learns who and when, and changes nothing', async () => {
    const id = await file(almaty)
    const other = almaty.clerks['housing-utilities'].agencyId ?? ''
    const results = await Promise.allSettled(
      [agencyId(almaty), other].map((agencyId) =>
        almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId })),
      ),
    )
    const lost = results.filter((result) => result.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toMatchObject({
      name: 'Refusal',
      reason: {
        key: 'appeals:error.changedMeanwhile',
        values: { who: almaty.dispatcher.name, when: '23.11.2026 09:00' },
      },
    })
    const [row] = await product.database.rows<{ count: string }>(
      `select count(*) from t_almaty.assignment where appeal_id = $1`,
      [id],
    )
    expect(row?.count).toBe('1')
  })

  it('moves to another agency, and the first no longer sees it', async () => {
    const id = await fileAndAssign(almaty)
    const other = almaty.clerks['housing-utilities']
    await almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 2, agencyId: other.agencyId ?? '' }))
    await expect(almaty.as(other, (ctx) => getAppeal(ctx, id))).resolves.toMatchObject({ version: 3 })
    await expect(almaty.as(almaty.clerks['passenger-transport'], (ctx) => getAppeal(ctx, id))).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  it('cannot order a territorial body: that would be forwarding', async () => {
    const id = await file(almaty)
    const [police] = await product.database.rows<{ id: string }>(`select id from t_almaty.agency where slug = 'police'`)
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId: police?.id ?? '' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('knows no agency and no appeal of another region', async () => {
    const id = await file(almaty)
    const foreign = shymkent.clerks['passenger-transport'].agencyId ?? ''
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId: foreign })),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await expect(
      shymkent.as(shymkent.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 1, agencyId: foreign })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  it.each(['clerks', 'admin'] as const)('is not for %s', async (who) => {
    const id = await fileAndAssign(almaty)
    const person = who === 'admin' ? almaty.admin : almaty.clerks['passenger-transport']
    await expect(
      almaty.as(person, (ctx) => assignAppeal(ctx, id, { version: 2, agencyId: agencyId(almaty) })),
    ).rejects.toMatchObject({ name: who === 'admin' ? 'NotFound' : 'ForbiddenError' })
  })
})

describe('answering', () => {
  it('closes the appeal and leaves word for the notice', async () => {
    const id = await fileAndAssign(almaty)
    await answerAppeal(almaty, id, answer)
    const appeal = await appealOf(almaty, id)
    expect(appeal).toMatchObject({ status: 'answered', version: 4 })
    expect(appeal.closedAt).not.toBeNull()
    const events = await product.database.rows(`select event from t_almaty.outbox where subject_id = $1 order by id`, [
      id,
    ])
    expect(events.map((row) => row.event)).toEqual([
      'appeal.registered',
      'appeal.assigned',
      'appeal.answerDrafted',
      'appeal.answerSubmitted',
      'appeal.answered',
    ])
    await expect(
      almaty.as(almaty.dispatcher, (ctx) => assignAppeal(ctx, id, { version: 4, agencyId: agencyId(almaty) })),
    ).rejects.toMatchObject({ reason: { key: 'appeals:error.notAssignable' } })
  })
})

describe('a resident', () => {
  it('sees the appeal this browser knows the code of, and no other', async () => {
    const [mine, other] = [await file(almaty), await file(almaty)]
    await expect(almaty.as(knowing(mine), (ctx) => getAppeal(ctx, mine))).resolves.toMatchObject({ id: mine })
    await expect(almaty.as(knowing(mine), (ctx) => getAppeal(ctx, other))).rejects.toMatchObject({ name: 'NotFound' })
    await expect(shymkent.as(knowing(mine), (ctx) => getAppeal(ctx, mine))).rejects.toMatchObject({ name: 'NotFound' })
  })
})
