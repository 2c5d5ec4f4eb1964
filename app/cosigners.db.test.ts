import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accessCode } from './features/appeals/access-code.server.ts'
import { addInformation } from './features/appeals/add-information.server.ts'
import { openByLink } from './features/appeals/appeal-link.server.ts'
import { getAppeal } from './features/appeals/appeals.queries.server.ts'
import { listEverybody, listPeople } from './features/appeals/people.queries.server.ts'
import { getRecipients } from './features/appeals/recipients.queries.server.ts'
import { trackAppeal } from './features/appeals/track-appeal.server.ts'
import { getTrackedAppeal } from './features/appeals/tracked-appeal.queries.server.ts'
import { withdrawAppeal } from './features/appeals/withdraw-appeal.server.ts'
import { openAttachment } from './features/attachments/public.server.ts'
import { answerCure } from './features/cures/answer-cure.server.ts'
import { getCurePage } from './features/cures/cures.queries.server.ts'
import { AnswerCure, RequestCure } from './features/cures/cures.schema.server.ts'
import { requestCure } from './features/cures/request-cure.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { deliveredMails } from '#infra/testing/deliver.ts'
import { killedAt } from '#infra/testing/kill.ts'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { addCosigner } from './features/cosigners/add-cosigner.server.ts'
import { mostCosigners } from './features/cosigners/cosigner.ts'
import { AddCosigner } from './features/cosigners/cosigners.schema.server.ts'
import { getCosigners } from './features/cosigners/cosigners.queries.server.ts'
import { leaveAsCosigner, removeCosigner } from './features/cosigners/leave-as-cosigner.server.ts'

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

let signers = 0
const signer = (changes: Readonly<Record<string, string>> = {}) => {
  signers += 1
  return AddCosigner.parse({
    submissionKey: key(),
    signerName: `Көршісі Марат ${signers}`,
    signerEmail: `signer${signers}@mail.example`,
    signerLanguage: 'ru',
    ...changes,
  })
}

/** Adds a co-signer at the desk; the row's id. */
async function sign(id: string, input = signer(), region = almaty): Promise<string> {
  await region.as(region.dispatcher, (ctx) => addCosigner(ctx, id, input))
  const [row] = await product.database.rows<{ id: string }>(
    `select id from t_${region.tenant.slug}.cosigner where submission_key = $1`,
    [input.submissionKey],
  )
  return row?.id ?? ''
}

const leave = (cosignerId: string, who = knowing(cosignerId)) =>
  almaty.as(who, (ctx) => leaveAsCosigner(ctx, cosignerId))
const withdraw = (id: string) =>
  almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { reason: '', submissionKey: key() }))
const statusOf = async (id: string) => (await almaty.as(system, (ctx) => getAppeal(ctx, id))).status
const eventsOf = async (...ids: string[]) =>
  (
    await product.database.rows<{ event: string }>(
      'select event from t_almaty.journal where subject_id = any($1) order by id',
      [ids],
    )
  ).map(({ event }) => event)

const deliver = (...ids: string[]) => deliveredMails(almaty, product, ids)

describe('a co-signer', () => {
  it('is known to bodies by the end of their number alone', async () => {
    const id = await fileAndAssign(almaty)
    await sign(id, signer({ signerIin: '900515300018' }))
    const { people } = await almaty.as(almaty.clerks['passenger-transport'], (ctx) => getCosigners(ctx, id))
    expect(people[0]?.contacts).toContain('•••• 0018')
    expect(JSON.stringify(people)).not.toContain('900515300018')
  })

  it('has a way of their own to the appeal: by link, by number and code, in their language', async () => {
    const id = await fileAndAssign(almaty)
    const input = signer()
    const cosignerId = await sign(id, input)
    const mails = await deliver(id, cosignerId)
    const [letter] = mails.get(input.signerEmail ?? '') ?? []
    expect(letter?.subject).toContain('участником')
    const link = new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? '')
    expect(link.pathname).toBe(`/ru/appeals/${id}/open`)
    const opened = await almaty.as(anyone, (ctx) =>
      openByLink(ctx, id, link.searchParams.get('key') ?? '', '192.0.2.31'),
    )
    expect(opened).toEqual({ appealId: id, holderId: cosignerId })
    const [, me] = await almaty.as(system, (ctx) => listEverybody(ctx, id))
    if (!me) throw new Error('nobody signed')
    const code = await almaty.as(anyone, async (ctx) => accessCode(ctx, me.way))
    const byCode = await almaty.as(anyone, (ctx) =>
      trackAppeal(ctx, { number: me.way.number ?? '', code }, '192.0.2.32'),
    )
    expect(byCode.holderId).toBe(cosignerId)
    // The first person's letters carry another way.
    const [receipt] = [...mails].find(([to]) => to !== input.signerEmail)?.[1] ?? []
    expect(receipt?.text).not.toContain(link.href)
  })

  it('sees text, life and answer, and neither the contacts nor the files nor the additions of anybody else', async () => {
    const id = await fileAndAssign(almaty, { email: 'first-person@mail.example' })
    const [mine, theirs] = [await sign(id), await sign(id)]
    await answerAppeal(almaty, id, words)
    const seen = await almaty.as(knowing(mine), (ctx) => getTrackedAppeal(ctx, id))
    expect(seen).toMatchObject({ standing: 'cosigner', people: 3, canAdd: false, files: [], additions: [] })
    expect(seen.text).toContain('121-автобус')
    expect(seen.answers.map(({ text }) => text)).toEqual([words.text])
    expect(JSON.stringify(seen)).not.toMatch(/first-person|Сынақова|Көршісі/)
    const told = await almaty.as(knowing(mine), (ctx) => getRecipients(ctx, id))
    expect(told).toHaveLength(1)
    await expect(almaty.as(knowing(mine), (ctx) => getAppeal(ctx, id))).rejects.toBeInstanceOf(NotFound)
    await expect(almaty.as(knowing(mine), (ctx) => openAttachment(ctx, id, key()))).rejects.toBeInstanceOf(NotFound)
    for (const stranger of [anyone, knowing(key())])
      await expect(almaty.as(stranger, (ctx) => getTrackedAppeal(ctx, id))).rejects.toBeInstanceOf(NotFound)
    await expect(product.shymkent.as(knowing(mine), (ctx) => getTrackedAppeal(ctx, id))).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(leave(theirs, knowing(mine))).rejects.toBeInstanceOf(ForbiddenError)
  })

  it('is told of the answer in their own language, and the letter goes to who brought the appeal alone', async () => {
    const id = await fileAndAssign(almaty, { email: 'kazakh@mail.example' })
    const english = signer({ signerLanguage: 'en' })
    await sign(id, english)
    const gone = await sign(id, signer({ signerEmail: 'gone@mail.example' }))
    await leave(gone)
    await answerAppeal(almaty, id, words)
    const mails = await deliver(id)
    const answerTo = (to: string) => mails.get(to)?.find(({ text }) => text.includes(words.text))
    expect(answerTo('kazakh@mail.example')?.files).toHaveLength(1)
    expect(answerTo(english.signerEmail ?? '')).toMatchObject({ subject: expect.stringContaining('The answer') })
    expect(answerTo(english.signerEmail ?? '')?.files).toBeUndefined()
    expect(mails.get('gone@mail.example')).toBeUndefined()
    const notices = await product.database.rows<{ recipient_id: string }>(
      `select recipient_id from t_almaty.notice where subject_id = $1 and kind = 'answer'`,
      [id],
    )
    expect(new Set(notices.map(({ recipient_id: to }) => to)).size).toBe(2)
    // The worker may come again: nobody is told twice.
    expect((await deliver(id)).size).toBe(0)
  })

  it('is added by a dispatcher alone, once however often the page is sent, while the appeal is open', async () => {
    const id = await fileAndAssign(almaty)
    const input = signer()
    const add = (who: Parameters<TestRegion['as']>[0], region = almaty) =>
      region.as(who, (ctx) => addCosigner(ctx, id, input))
    await Promise.all([add(almaty.dispatcher), add(almaty.dispatcher)])
    expect((await almaty.as(almaty.dispatcher, (ctx) => getCosigners(ctx, id))).people).toHaveLength(1)
    await expect(add(almaty.clerks['passenger-transport'])).rejects.toBeInstanceOf(ForbiddenError)
    await expect(add(almaty.clerks['housing-utilities'])).rejects.toBeInstanceOf(NotFound)
    await expect(add(product.shymkent.dispatcher, product.shymkent)).rejects.toBeInstanceOf(NotFound)
    await answerAppeal(almaty, id, words)
    await expect(sign(id)).rejects.toBeInstanceOf(Refusal)
  })

  it('is one of so many at most', async () => {
    const id = await fileAppeal(almaty)
    await product.database.rows(
      `with p as (insert into t_almaty.applicant (id, kind, full_name, address, created_at)
          select 'many-' || n, 'person', '', '', now() from generate_series(1, $2) n returning id)
        insert into t_almaty.cosigner (id, appeal_id, applicant_id, language, access_salt, submission_key, created_at)
          select id, $1, id, 'kk', '', id, now() from p`,
      [id, mostCosigners],
    )
    await expect(sign(id)).rejects.toMatchObject({ reason: { key: 'cosigners:error.tooMany' } })
  })
})

describe('leaving', () => {
  it('does not end the appeal of the others; the last person does, and the bodies see it', async () => {
    const id = await fileAndAssign(almaty)
    const [first, second] = [await sign(id), await sign(id)]
    await leave(first)
    await leave(first)
    expect(await statusOf(id)).toBe('assigned')
    await withdraw(id)
    expect(await statusOf(id)).toBe('assigned')
    expect(await almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))).toMatchObject({
      ended: '',
      left: '23.11.2026 09:00',
      canWithdraw: false,
    })
    await leave(second)
    expect(await statusOf(id)).toBe('withdrawn')
    const events = await eventsOf(id, first, second)
    expect(events.filter((event) => /left|Left|withdrawn/.test(event))).toEqual([
      'cosigner.left',
      'appeal.applicantLeft',
      'cosigner.left',
      'appeal.withdrawn',
    ])
    const shares = await product.database.rows('select status from t_almaty.assignment where appeal_id = $1', [id])
    expect(shares).toEqual([{ status: 'withdrawn' }])
  })

  it('lets who left bring nothing more, though the appeal of the others goes on', async () => {
    const id = await fileAndAssign(almaty)
    await sign(id)
    const missing = RequestCure.parse({
      version: (await almaty.as(system, (ctx) => getAppeal(ctx, id))).version,
      submissionKey: key(),
      missing: ['address'],
      words: 'Үйдің нөмірін де жазыңыз',
    })
    await almaty.as(almaty.dispatcher, (ctx) => requestCure(ctx, id, missing))
    const { cure } = await almaty.as(knowing(id), (ctx) => getCurePage(ctx, id))
    await withdraw(id)
    const refused = { reason: { key: 'appeals:error.leftAlready' } }
    const asPerson = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(knowing(id), work)
    await expect(
      asPerson((ctx) => addInformation(ctx, id, { text: 'Тағы бір жайт', submissionKey: key() })),
    ).rejects.toMatchObject(refused)
    await expect(
      asPerson((ctx) => answerCure(ctx, id, AnswerCure.parse({ cureId: cure.id, address: 'Сәтпаев көшесі, 5-үй' }))),
    ).rejects.toMatchObject(refused)
    expect(await statusOf(id)).toBe('assigned')
  })

  it('is confirmed to who left, and to nobody else', async () => {
    const id = await fileAndAssign(almaty, { email: 'stays@mail.example' })
    const input = signer()
    const cosignerId = await sign(id, input)
    await leave(cosignerId)
    const mails = await deliver(cosignerId)
    expect([...mails.keys()]).toEqual([input.signerEmail])
    expect(mails.get(input.signerEmail ?? '')?.at(-1)?.subject).toContain('Вы вышли')
  })

  it('can be noted by a dispatcher with the reason, and not by others', async () => {
    const id = await fileAndAssign(almaty)
    const cosignerId = await sign(id)
    const remove = (who: Parameters<TestRegion['as']>[0], other = id) =>
      almaty.as(who, (ctx) => removeCosigner(ctx, other, { cosignerId, leftReason: 'Қағаз өтініш бойынша' }))
    await expect(remove(almaty.clerks['passenger-transport'])).rejects.toBeInstanceOf(ForbiddenError)
    await expect(remove(almaty.dispatcher, await fileAppeal(almaty))).rejects.toBeInstanceOf(NotFound)
    await remove(almaty.dispatcher)
    await expect(remove(almaty.dispatcher)).rejects.toMatchObject({ reason: { key: 'cosigners:error.leftAlready' } })
    const { people } = await almaty.as(almaty.dispatcher, (ctx) => getCosigners(ctx, id))
    expect(people).toMatchObject([{ left: '23.11.2026 09:00', canRemove: false }])
  })

  it('is too late after the answer', async () => {
    const id = await fileAndAssign(almaty)
    const cosignerId = await sign(id)
    await answerAppeal(almaty, id, words)
    await expect(leave(cosignerId)).rejects.toMatchObject({ reason: { key: 'appeals:error.answeredMeanwhile' } })
  })

  it('ends an appeal exactly when everybody has left, whoever leaves when and at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.nat(3), { maxLength: 5 }),
        fc.boolean(),
        async (many, leavers, atOnce) => {
          const id = await fileAppeal(almaty)
          const cosigners: string[] = []
          for (let n = 0; n < many; n += 1) cosigners.push(await sign(id))
          const everybody = [id, ...cosigners]
          const going = [...new Set(leavers.map((n) => everybody[n % everybody.length] ?? id))]
          const go = (who: string) => (who === id ? withdraw(id) : leave(who))
          if (atOnce) await Promise.all(going.map(go))
          else for (const who of going) await go(who)
          const left = await almaty.as(system, (ctx) => listPeople(ctx, id))
          expect(left).toHaveLength(everybody.length - going.length)
          expect(await statusOf(id)).toBe(left.length === 0 ? 'withdrawn' : 'registered')
        },
      ),
      { numRuns: 25 },
    )
  })

  it('cut off half-way leaves nothing half done', async () => {
    const id = await fileAndAssign(almaty)
    const cosignerId = await sign(id)
    await withdraw(id)
    expect(await killedAt(product, 't_almaty.assignment', () => leave(cosignerId))).toBe('cut off')
    expect(await statusOf(id)).toBe('assigned')
    expect(await almaty.as(system, (ctx) => listPeople(ctx, id))).toHaveLength(1)
    await leave(cosignerId)
    expect(await statusOf(id)).toBe('withdrawn')
  })
})
