import { text as textOf } from 'node:stream/consumers'
import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { openAttachment } from '#app/features/attachments/public.server.ts'
import { InvalidInput, NotFound, Refusal, TooManyTries } from '#app/core/errors.ts'
import { fileAndAssign as fileAndAssignIn, fileAppeal as fileAppealIn, submitTo } from '#infra/testing/appeals.ts'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { pdf } from '#infra/testing/sample-files.ts'
import { sentForm } from '#infra/testing/sent-form.ts'
import { accessCode } from './access-code.server.ts'
import { addInformation } from './add-information.server.ts'
import { keepAdditionFiles, removeAdditionFile } from './addition-files.server.ts'
import { appealLink, openByLink } from './appeal-link.server.ts'
import { answerLetter, receiptLetter, withdrawalLetter } from './appeal-mails.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { signAnswer } from './sign-answer.server.ts'
import { getAddition, getTrackedAppeal } from './tracked-appeal.queries.server.ts'
import { withdrawAppeal } from './withdraw-appeal.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const key = () => crypto.randomUUID()
const clerk = () => almaty.clerks['passenger-transport']

const fileAppeal = (region = almaty) => fileAppealIn(region)
const fileAndAssign = () => fileAndAssignIn(almaty)

const appealOf = (id: string) => almaty.as({ kind: 'system' }, (ctx) => getAppeal(ctx, id))
const words = { outcome: 'satisfied', text: 'Бағытқа қосымша автобус шығарылды. Негіз: Заңның 5-бабы.' } as const
const sign = (id: string, version: number) =>
  almaty.as(almaty.heads['passenger-transport'], (ctx) => signAnswer(ctx, id, { version, similar: 'yes' }))
/** The clerk writes, the head signs. */
const answer = async (id: string) => {
  await submitTo(almaty, id, words)
  await sign(id, (await appealOf(id)).version)
}
/** Chooses files on the page on which something is added. */
const bring = (id: string, draft: string, files: Record<string, Buffer>) =>
  almaty.as(knowing(id), async (ctx) => {
    const sent = await sentForm(ctx, files)
    await keepAdditionFiles(ctx, id, draft, sent).finally(sent.drop)
  })
const add = (id: string, text = 'Бүгін де келмеді', submissionKey = key()) =>
  almaty.as(knowing(id), (ctx) => addInformation(ctx, id, { text, submissionKey }))
const withdraw = (id: string, reason = '', submissionKey = key()) =>
  almaty.as(knowing(id), (ctx) => withdrawAppeal(ctx, id, { reason, submissionKey }))
const tracked = (id: string) => almaty.as(knowing(id), (ctx) => getTrackedAppeal(ctx, id))
const eventsOf = async (id: string) =>
  (
    await product.database.rows<{ event: string; fields: string[] }>(
      'select event, fields from t_almaty.journal where subject_id = $1 order by id',
      [id],
    )
  ).map(({ event, fields }) => [event, ...fields])

describe('more information', () => {
  it('stands with the appeal, in its life and in the journal, and moves no date', async () => {
    const id = await fileAndAssign()
    const before = await appealOf(id)
    await add(id, 'Бүгін де келмеді')
    const after = await appealOf(id)
    expect(after).toMatchObject({ status: 'assigned', dueOn: before.dueOn, version: before.version + 1 })
    const page = await tracked(id)
    expect(page.additions.map(({ text }) => text)).toEqual(['Бүгін де келмеді'])
    expect(page.timeline.map(({ event }) => event)).toContain('informationAdded')
    expect((await eventsOf(id)).at(-1)).toEqual(['appeal.informationAdded', 'text'])
  })

  it('brings its files along, and they are shown with it', async () => {
    const id = await fileAppeal()
    const draft = key()
    await bring(id, draft, { 'акт.pdf': pdf() })
    await add(id, '', draft)
    const { additions, files } = await tracked(id)
    expect(files).toEqual([])
    const [file] = additions[0]?.files ?? []
    expect(file).toMatchObject({ name: 'акт.pdf', media: 'pdf' })

    const open = (who: Parameters<TestRegion['as']>[0], region = almaty) =>
      region.as(who, (ctx) => openAttachment(ctx, id, file?.id ?? ''))
    const { content, bytes } = await open(knowing(id))
    expect((await textOf(content)).length).toBe(bytes)
    const seenByStaff = await open(almaty.dispatcher)
    seenByStaff.content.destroy()
    for (const stranger of [anyone, knowing(key()), clerk(), almaty.admin]) {
      await expect(open(stranger)).rejects.toBeInstanceOf(NotFound)
    }
    await expect(open(knowing(id), shymkent)).rejects.toBeInstanceOf(NotFound)
    await expect(open(shymkent.dispatcher, shymkent)).rejects.toBeInstanceOf(NotFound)
  })

  it('takes no files any more that come with the same page again, or after the answer', async () => {
    const id = await fileAndAssign()
    const draft = key()
    const files = { 'акт.pdf': pdf() }
    await bring(id, draft, files)
    await add(id, '', draft)
    await bring(id, draft, files)
    await answer(id)
    await expect(bring(id, key(), files)).rejects.toBeInstanceOf(Refusal)
    expect((await tracked(id)).additions.map(({ files }) => files.length)).toEqual([1])
    expect(await product.database.rows('select 1 from t_almaty.attachment where draft_id is not null')).toEqual([])
  })

  it('shows and takes no files that were chosen for another appeal, whoever has read its address', async () => {
    const [mine, theirs] = [await fileAppeal(), await fileAppeal()]
    const read = key()
    await bring(theirs, read, { 'акт.pdf': pdf() })
    const seen = (id: string) => almaty.as(knowing(id), (ctx) => getAddition(ctx, id, read))
    expect((await seen(mine)).files).toEqual([])
    const [file] = (await seen(theirs)).files
    await expect(
      almaty.as(knowing(mine), (ctx) => removeAdditionFile(ctx, mine, read, file?.id ?? '')),
    ).rejects.toBeInstanceOf(NotFound)
    await add(mine, 'Басқа жолданым', read)
    expect((await tracked(mine)).additions.map(({ files }) => files)).toEqual([[]])
    await add(theirs, '', read)
    expect((await tracked(theirs)).additions.map(({ files }) => files.length)).toEqual([1])
  })

  it('must be something', async () => {
    const id = await fileAppeal()
    await expect(add(id, '')).rejects.toBeInstanceOf(InvalidInput)
    expect((await tracked(id)).additions).toEqual([])
  })

  it('sent twice is added once, even when the appeal was answered between', async () => {
    const id = await fileAndAssign()
    const once = key()
    await Promise.all([add(id, 'Бір рет', once), add(id, 'Бір рет', once)])
    await answer(id)
    await add(id, 'Бір рет', once)
    expect((await tracked(id)).additions).toHaveLength(1)
  })

  it('makes who is answering look again, and says that it was the person', async () => {
    const id = await fileAndAssign()
    await submitTo(almaty, id, words)
    const { version } = await appealOf(id)
    await add(id)
    await expect(sign(id, version)).rejects.toMatchObject({
      reason: { key: 'appeals:error.changedByPerson', values: { when: '23.11.2026 09:00' } },
    })
  })

  it('is refused once the appeal is answered, and says when that was', async () => {
    const id = await fileAndAssign()
    await answer(id)
    await expect(add(id)).rejects.toMatchObject({
      reason: { key: 'appeals:error.answeredMeanwhile', values: { when: '23.11.2026 09:00' } },
    })
  })

  it('is not for strangers, staff or another region', async () => {
    const id = await fileAndAssign()
    const as = (who: Parameters<TestRegion['as']>[0], region = almaty) =>
      region.as(who, (ctx) => addInformation(ctx, id, { text: 'Бөтен', submissionKey: key() }))
    await expect(as(anyone)).rejects.toBeInstanceOf(NotFound)
    await expect(as(knowing(id), shymkent)).rejects.toBeInstanceOf(NotFound)
    await expect(as(clerk())).rejects.toBeInstanceOf(ForbiddenError)
    await expect(as(almaty.dispatcher)).rejects.toBeInstanceOf(ForbiddenError)
  })
})

describe('an appeal that is taken back', () => {
  it('is closed, its assignments with it, and the person is told by mail', async () => {
    const id = await fileAndAssign()
    await withdraw(id, 'Мәселе шешілді')
    const appeal = await appealOf(id)
    expect(appeal.status).toBe('withdrawn')
    expect(appeal.closedAt).toEqual(almaty.clock.now())
    const open = await product.database.rows(
      'select 1 from t_almaty.assignment where appeal_id = $1 and withdrawn_at is null',
      [id],
    )
    expect(open).toEqual([])
    expect((await eventsOf(id)).at(-1)).toEqual(['appeal.withdrawn', 'status', 'reason'])
    const letter = await almaty.as({ kind: 'system' }, (ctx) => withdrawalLetter(ctx, id))
    expect(letter?.subject).toContain(appeal.number)
    expect(letter?.text, 'a reason is nobody’s business on the way').not.toContain('Мәселе шешілді')
    expect(await tracked(id)).toMatchObject({ canAdd: false, canWithdraw: false, clocks: undefined })
  })

  it('sent twice is taken back once; another page is told that it is', async () => {
    const id = await fileAppeal()
    const once = key()
    await Promise.all([withdraw(id, '', once), withdraw(id, '', once)])
    expect((await eventsOf(id)).filter(([event]) => event === 'appeal.withdrawn')).toHaveLength(1)
    await expect(withdraw(id)).rejects.toMatchObject({ reason: { key: 'appeals:error.withdrawnAlready' } })
    await expect(add(id)).rejects.toMatchObject({ reason: { key: 'appeals:error.withdrawnAlready' } })
  })

  it('is not taken back by strangers, staff or another region', async () => {
    const id = await fileAndAssign()
    const as = (who: Parameters<TestRegion['as']>[0], region = almaty) =>
      region.as(who, (ctx) => withdrawAppeal(ctx, id, { reason: '', submissionKey: key() }))
    await expect(as(anyone)).rejects.toBeInstanceOf(NotFound)
    await expect(as(knowing(id), shymkent)).rejects.toBeInstanceOf(NotFound)
    await expect(as(clerk())).rejects.toBeInstanceOf(ForbiddenError)
    await expect(as(almaty.dispatcher)).rejects.toBeInstanceOf(ForbiddenError)
    expect((await appealOf(id)).status).toBe('assigned')
  })
})

describe('person and clerk at once', () => {
  type Move = 'add' | 'withdraw' | 'answer'
  const moves = { add, withdraw, answer } satisfies Record<Move, (id: string) => Promise<void>>
  const order = fc.array(fc.constantFrom<Move>('add', 'withdraw', 'answer'), { minLength: 2, maxLength: 5 })

  it('end an appeal once, whoever is faster, and the others are told', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (chosen) => {
        const id = await fileAndAssign()
        const results = await Promise.allSettled(chosen.map((move) => moves[move](id)))
        const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
        for (const reason of reasons) expect(reason).toBeInstanceOf(Refusal)
        const events = (await eventsOf(id)).map(([event]) => event)
        const endings = events.filter((event) => event === 'appeal.withdrawn' || event === 'appeal.answered')
        const { status, closedAt } = await appealOf(id)
        const endingOf: Record<string, string[]> = { withdrawn: ['appeal.withdrawn'], answered: ['appeal.answered'] }
        const ending = endingOf[status] ?? []
        expect(endings).toEqual(ending)
        expect(
          events.slice(-1).filter((event) => /withdrawn|answered/.test(event ?? '')),
          'nothing happens afterwards',
        ).toEqual(ending)
        expect(closedAt !== null).toBe(ending.length === 1)
        // A withdrawal asks for no version: it ends the appeal, or is told who did.
        expect(chosen.includes('withdraw') && ending.length === 0).toBe(false)
        const added = results.filter((result, at) => chosen[at] === 'add' && result.status === 'fulfilled')
        expect(events.filter((event) => event === 'appeal.informationAdded')).toHaveLength(added.length)
      }),
      { numRuns: 12 },
    )
  })
})

describe('the link in a mail', () => {
  let address = 0
  beforeEach(() => (address += 1))
  const open = (id: string, typed: string, region = almaty) =>
    region.as(anyone, (ctx) => openByLink(ctx, id, typed, `192.0.2.${address}`))
  const linkOf = (id: string, region = almaty) =>
    region.as({ kind: 'system' }, async (ctx) => new URL(appealLink(ctx, await getAppeal(ctx, id))))

  it('stands in every letter, opens the appeal, and is long', async () => {
    const id = await fileAndAssign()
    await answer(id)
    const link = await linkOf(id)
    expect(link.pathname).toBe(`/kk/appeals/${id}/open`)
    expect(link.searchParams.get('key')).toMatch(/^[0-9A-Z]{26}$/)
    await expect(open(id, link.searchParams.get('key') ?? '')).resolves.toEqual({ appealId: id, holderId: id })
    for (const letter of [receiptLetter, answerLetter]) {
      const sent = await almaty.as({ kind: 'system' }, (ctx) => letter(ctx, id))
      expect(sent?.text).toContain(link.href)
    }
  })

  it('is opened by no other key: not the receipt’s code, not another appeal’s, not another region’s', async () => {
    const id = await fileAppeal()
    const other = (await linkOf(await fileAppeal())).searchParams.get('key') ?? ''
    const code = await almaty.as({ kind: 'system' }, async (ctx) => accessCode(ctx, await getAppeal(ctx, id)))
    const right = (await linkOf(id)).searchParams.get('key') ?? ''
    for (const wrong of [other, code, '', right.slice(0, -1), right.toLowerCase()]) {
      await expect(open(id, wrong)).rejects.toBeInstanceOf(NotFound)
    }
    await expect(open(id, right, shymkent)).rejects.toBeInstanceOf(NotFound)
    await expect(open(key(), right)).rejects.toBeInstanceOf(NotFound)
  })

  it('is not guessed: ten tries an address, right ones not counted', async () => {
    const id = await fileAppeal()
    const right = (await linkOf(id)).searchParams.get('key') ?? ''
    for (let tries = 1; tries <= 12; tries += 1) await open(id, right)
    for (let tries = 1; tries <= 10; tries += 1) await expect(open(id, 'wrong')).rejects.toBeInstanceOf(NotFound)
    await expect(open(id, right)).rejects.toBeInstanceOf(TooManyTries)
  })
})

describe('the due date on the page', () => {
  it('comes with how it was counted', async () => {
    const { clocks, dueOn } = await tracked(await fileAppeal())
    expect(dueOn).toBe('14.12.2026')
    expect(clocks?.overall).toMatchObject({ dueOn: '14.12.2026', until: '18:30' })
    const [start, term] = clocks?.overall?.steps ?? []
    expect(start).toMatchObject({ kind: 'start', rule: 'received', endsOn: '23.11.2026' })
    expect(term).toMatchObject({
      kind: 'term',
      workingDays: 15,
      firstDay: '24.11.2026',
      endsOn: '14.12.2026',
      weekends: ['28.11.2026', '29.11.2026', '05.12.2026', '06.12.2026', '12.12.2026', '13.12.2026'],
      holidays: [],
      worked: [],
    })
  })

  it('says nothing where it was moved since', async () => {
    const id = await fileAppeal()
    await product.database.rows(`update t_almaty.appeal set due_on = '2026-12-15' where id = $1`, [id])
    expect((await tracked(id)).clocks?.overall).toBeUndefined()
  })
})
