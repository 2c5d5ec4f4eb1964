import { ForbiddenError } from '@casl/ability'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { receiptLetter } from '#app/features/appeals/appeal-mails.server.ts'
import { getReceipt } from '#app/features/appeals/receipt.queries.server.ts'
import { receiptFile } from '#app/features/appeals/receipt-file.server.ts'
import { listAttachments } from '#app/features/attachments/public.server.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import {
  anyone,
  knowing,
  mondayMorning,
  openTestProduct,
  type TestProduct,
  type TestRegion,
} from '#infra/testing/product.ts'
import { readPdf } from '#infra/testing/read-pdf.ts'
import { aLetter, register } from '#infra/testing/registrations.ts'
import { pdf } from '#infra/testing/sample-files.ts'
import { sentForm } from '#infra/testing/sent-form.ts'
import { registerAppeal } from '#app/features/registrations/register-appeal.server.ts'
import {
  allowRegistrationFiles,
  keepRegistrationFiles,
  removeRegistrationFile,
} from '#app/features/registrations/registration-files.server.ts'
import { registrationDraft } from '#app/features/registrations/registration.ts'
import {
  getRegistration,
  listRegistrations,
  registrationReceipt,
} from '#app/features/registrations/registrations.queries.server.ts'
import { RegisterAppeal } from '#app/features/registrations/registrations.schema.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let receptionist: StaffPrincipal
let operator: StaffPrincipal

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  receptionist = await almaty.hire('reception', 'Айгүл Қабылдаушы', ['receptionist'])
  operator = await almaty.hire('operator', 'Серік Операторов', ['operator'])
})
beforeEach(() => almaty.clock.move(mondayMorning))
afterAll(() => product?.close())

const appealOf = (id: string) => almaty.as({ kind: 'system' }, (ctx) => getAppeal(ctx, id))
const countOf = async (table: string, region = 'almaty') => {
  const [row] = await product.database.rows<{ count: string }>(`select count(*) from t_${region}.${table}`)
  return Number(row?.count)
}
const bring = (registrar: StaffPrincipal, key: string, files: Record<string, Buffer>) =>
  almaty.as(registrar, async (ctx) => {
    const sent = await sentForm(ctx, files)
    await keepRegistrationFiles(ctx, key, sent).finally(sent.drop)
  })

describe('an appeal that staff register', () => {
  it('stands in the same register as the portal’s, with who took it in', async () => {
    const id = await register(almaty, receptionist, { outsideNumber: '01-12/345', outsideOn: '20.11.2026' })
    const appeal = await appealOf(id)
    expect(appeal).toMatchObject({ status: 'registered', channel: 'post', answerChannels: ['post'], version: 1 })
    expect(appeal.number).toMatch(/^75-26-\d{6}$/)
    const [row] = await product.database.rows('select * from t_almaty.registration where appeal_id = $1', [id])
    expect(row).toMatchObject({
      registered_by: receptionist.id,
      registrar_name: receptionist.name,
      registrar_role: 'receptionist',
      outside_number: '01-12/345',
      threat: null,
    })
    const [line] = await product.database.rows<{ actor_id: string; facts: object }>(
      `select actor_id, facts from t_almaty.journal where subject_id = $1 and event = 'appeal.registered'`,
      [id],
    )
    expect(line).toMatchObject({ actor_id: receptionist.id, facts: { channel: 'post', registeredOn: '2026-11-23' } })
    // The region beside it has seen nothing of it.
    expect(await countOf('appeal', 'shymkent')).toBe(0)
    await expect(shymkent.as(shymkent.dispatcher, (ctx) => getRegistration(ctx, id))).rejects.toBeInstanceOf(NotFound)
  })

  it.each([
    // Monday within hours, after them, on Sunday: АППК counts from the day of the coming or the next working one.
    ['23.11.2026', '09:00', '2026-11-23', '2026-12-14'],
    ['20.11.2026', '18:31', '2026-11-23', '2026-12-14'],
    ['20.11.2026', '18:30', '2026-11-20', '2026-12-11'],
    ['22.11.2026', '12:00', '2026-11-23', '2026-12-14'],
  ])('that came on %s at %s is registered on %s, due on %s', async (receivedOn, receivedTime, registeredOn, dueOn) => {
    const id = await register(almaty, operator, { receivedOn, receivedTime, legalKind: 'report' })
    expect(await appealOf(id)).toMatchObject({ registeredOn, dueOn })
  })

  it('has not come yet, nor before anybody remembers, nor before it was written', async () => {
    const wrong = { receivedOn: '23.11.2026', receivedTime: '09:01' }
    await expect(register(almaty, operator, wrong)).rejects.toEqual(
      new InvalidInput({ receivedOn: 'registrations:error.notYet' }),
    )
    await expect(register(almaty, operator, { receivedOn: '20.11.2025' })).rejects.toEqual(
      new InvalidInput({ receivedOn: 'registrations:error.longAgo' }),
    )
    await expect(register(almaty, operator, { outsideOn: '24.11.2026' })).rejects.toEqual(
      new InvalidInput({ outsideOn: 'registrations:error.outsideAfter' }),
    )
    // No SMS gateway here.
    await expect(register(almaty, operator, { answerChannels: 'sms', phone: '87011234567' })).rejects.toEqual(
      new InvalidInput({ answerChannels: 'appeals:error.channelGone' }),
    )
  })

  it('is what the registrar says in law, or what its category means', async () => {
    const complaint = await register(almaty, receptionist, { legalKind: 'complaint' })
    expect(await appealOf(complaint)).toMatchObject({ legalKind: 'complaint', dueOn: '2026-12-22' })
    const [category] = await product.database.rows<{ slug: string; legal_kind: string; id: string }>(
      `select id, slug, legal_kind from t_almaty.category where legal_kind = 'report' limit 1`,
    )
    const byCategory = await register(almaty, receptionist, { category: category?.slug ?? '' })
    expect(await appealOf(byCategory)).toMatchObject({ legalKind: 'report', categoryId: category?.id })
  })

  it('without a name is a report, and says whether of a threat', async () => {
    const id = await register(almaty, operator, {
      kind: 'anonymous',
      threat: 'yes',
      legalKind: 'complaint',
      channel: 'hotline',
      readBack: 'yes',
    })
    expect(await appealOf(id)).toMatchObject({ legalKind: 'report', answerChannels: [] })
    const seen = await almaty.as(operator, (ctx) => getRegistration(ctx, id))
    expect(seen).toMatchObject({ threat: true, applicant: '', isMailed: false })
  })

  it('is one however often its page is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), async (times) => {
        const key = crypto.randomUUID()
        const before = await countOf('registration')
        const ids = await Promise.all(Array.from({ length: times }, () => register(almaty, receptionist, {}, key)))
        expect(new Set(ids).size).toBe(1)
        expect((await countOf('registration')) - before).toBe(1)
      }),
      { numRuns: 4 },
    )
  })

  it('is not lost where somebody goes back and writes another one', async () => {
    const key = crypto.randomUUID()
    const id = await register(almaty, receptionist, {}, key)
    const { number } = await appealOf(id)
    await expect(register(almaty, receptionist, { text: 'Мүлде басқа жолданым жазылды.' }, key)).rejects.toEqual(
      new Refusal('registrations:error.registeredAlready', { number: number ?? '' }),
    )
  })

  it('is registered by who may alone', async () => {
    const others = [anyone, almaty.clerks['passenger-transport'], almaty.heads['passenger-transport'], almaty.admin]
    const input = RegisterAppeal.parse(aLetter)
    for (const other of others) {
      await expect(almaty.as(other, (ctx) => registerAppeal(ctx, input, crypto.randomUUID()))).rejects.toBeInstanceOf(
        ForbiddenError,
      )
      await expect(almaty.as(other, (ctx) => listRegistrations(ctx, undefined))).rejects.toBeInstanceOf(ForbiddenError)
    }
  })
})

describe('files of a registration', () => {
  it('come along, and are nobody else’s before', async () => {
    const key = crypto.randomUUID()
    await bring(receptionist, key, { 'хат.pdf': pdf(), 'қосымша.pdf': pdf() })
    const kept = (registrar: StaffPrincipal) =>
      almaty.as(registrar, (ctx) => listAttachments(ctx, { draftId: registrationDraft(registrar.id, key) }))
    const [first] = await kept(receptionist)
    expect(await kept(operator)).toEqual([])
    await expect(
      almaty.as(operator, (ctx) => removeRegistrationFile(ctx, key, first?.id ?? '')),
    ).rejects.toBeInstanceOf(NotFound)
    await almaty.as(receptionist, (ctx) => removeRegistrationFile(ctx, key, first?.id ?? ''))
    const id = await register(almaty, receptionist, {}, key)
    const files = await almaty.as(almaty.dispatcher, (ctx) => listAttachments(ctx, { appealId: id }))
    expect(files.map(({ name }) => name)).toEqual(['қосымша.pdf'])
    // What comes to a page that was sent already belongs to nothing, and is not kept.
    await bring(receptionist, key, { 'кеш.pdf': pdf() })
    expect(await kept(receptionist)).toEqual([])
  })

  it('are taken from registrars alone', async () => {
    const clerk = almaty.clerks['passenger-transport']
    await expect(almaty.as(clerk, (ctx) => allowRegistrationFiles(ctx, 'x'))).rejects.toBeInstanceOf(ForbiddenError)
  })
})

describe('the receipt', () => {
  it('names who took it in and by which way it came, wherever it is read', async () => {
    const email = 'hall-visitor@mail.example'
    const visit = { channel: 'hall', readBack: 'yes', answerChannels: 'mail', email, language: 'ru' }
    const id = await register(almaty, receptionist, visit)
    const receipt = await almaty.as(knowing(id), (ctx) => getReceipt(ctx, id))
    expect(receipt).toMatchObject({ channel: 'hall', isMailed: true })
    expect(receipt.receivedBy).toContain(receptionist.name)
    const letter = await almaty.as({ kind: 'system' }, (ctx) => receiptLetter(ctx, id))
    expect(letter?.text).toContain(`Принял(а): ${receptionist.name}, Администратор зала`)
    expect(letter?.text).toContain('приёмный зал')
    expect(letter?.text).toContain(receipt.code)
    const paper = await almaty.as({ kind: 'system' }, (ctx) => receiptFile(ctx, id))
    expect((await readPdf(paper.content)).text).toContain(receptionist.name)
  })

  it('is printed at the counter without its code', async () => {
    const id = await register(almaty, receptionist)
    const { code } = await almaty.as(knowing(id), (ctx) => getReceipt(ctx, id))
    const response = await almaty.as(receptionist, (ctx) => registrationReceipt(ctx, id))
    const { text } = await readPdf(Buffer.from(await response.arrayBuffer()))
    const { number } = await almaty.as(receptionist, (ctx) => getRegistration(ctx, id))
    expect(text).toContain(number)
    expect(text).toContain(receptionist.name)
    expect(text.replaceAll(/\s/g, '')).not.toContain(code.replaceAll(' ', ''))
  })

  it('is seen by who registered it and by the control unit', async () => {
    const id = await register(almaty, receptionist)
    const idsOf = async (principal: StaffPrincipal) =>
      (await almaty.as(principal, (ctx) => listRegistrations(ctx, undefined))).rows.map((row) => row.id)
    expect(await idsOf(receptionist)).toContain(id)
    expect(await idsOf(almaty.dispatcher)).toContain(id)
    expect(await idsOf(operator)).not.toContain(id)
    await expect(almaty.as(operator, (ctx) => getRegistration(ctx, id))).rejects.toBeInstanceOf(NotFound)
    await expect(almaty.as(operator, (ctx) => registrationReceipt(ctx, id))).rejects.toBeInstanceOf(NotFound)
  })

  it('of many is found page after page, each once', async () => {
    const clerk = await almaty.hire('busy', 'Көп Тіркеуші', ['receptionist'])
    const registered: string[] = []
    for (let count = 0; count < 52; count += 1) registered.unshift(await register(almaty, clerk))
    const first = await almaty.as(clerk, (ctx) => listRegistrations(ctx, undefined))
    const second = await almaty.as(clerk, (ctx) => listRegistrations(ctx, first.next))
    expect(second.next).toBeUndefined()
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(registered)
  })
})
