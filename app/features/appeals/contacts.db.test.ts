import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { personalDigest } from '#app/core/personal-digest.server.ts'
import { eraseRows } from '#db/sql/erase.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { CorrectContacts } from './contacts.schema.ts'
import { correctContacts } from './correct-contacts.server.ts'
import { getDeskAppeal } from './desk-appeal.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  almaty = product.almaty
})
afterAll(() => product?.close())

const typed = (changes: Readonly<Record<string, string>> = {}) =>
  CorrectContacts.parse({
    version: '1',
    address: 'Алматы қаласы, Сәтбаев көшесі, 22',
    email: 'new-address@mail.example',
    phone: '',
    ground: 'Өзі келіп, жеке куәлігін көрсетті',
    ...changes,
  })
const correct = (id: string, input = typed(), principal = almaty.dispatcher) =>
  almaty.as(principal, (ctx) => correctContacts(ctx, id, input))
const rows = (text: string, ...values: string[]) => product.database.rows<Record<string, unknown>>(text, values)
const secretOf = () => almaty.as({ kind: 'system' }, async (ctx) => ctx.secret)

const corrected = async () => {
  const id = await fileAppeal(almaty, { email: 'old-address@mail.example' })
  await correct(id)
  const [line] = await rows(
    `select * from t_almaty.journal where event = 'appeal.contactsCorrected' and subject_id = $1`,
    id,
  )
  const [person] = await rows(
    `select p.* from t_almaty.appeal a join t_almaty.applicant p on p.id = a.applicant_id where a.id = $1`,
    id,
  )
  return { id, line: line ?? {}, person: person ?? {} }
}

describe('how a person is reached', () => {
  it('is corrected with what was before and after kept apart from the journal, which has hashes', async () => {
    const { line, person } = await corrected()
    expect(person).toMatchObject({ email: 'new-address@mail.example', phone: null })
    const values = await rows(
      'select field, before, after from t_almaty.personal_value where event_id = $1 order by id',
      String(line.id),
    )
    expect(values).toEqual([
      { field: 'address', before: 'Алматы қаласы, Абай даңғылы, 10', after: 'Алматы қаласы, Сәтбаев көшесі, 22' },
      { field: 'email', before: 'old-address@mail.example', after: 'new-address@mail.example' },
      { field: 'ground', before: null, after: 'Өзі келіп, жеке куәлігін көрсетті' },
    ])
    expect(JSON.stringify(line)).not.toMatch(/address@mail|Сәтбаев|Абай|куәлігін/)
    expect(line.fields).toEqual(['address', 'email', 'ground'])
    const secret = await secretOf()
    const digest = (value: string) => personalDigest(secret, String(person.id), 'email', value)
    expect(line.digests).toMatchObject({
      email: digest('old-address@mail.example'),
      'email.after': digest('new-address@mail.example'),
    })
  })

  it('shows before and after in the history to who may correct it, and to others that it was', async () => {
    const id = await fileAndAssign(almaty, { email: 'old-address@mail.example' })
    await correct(id, typed({ version: '2' }))
    const stepFor = async (principal: typeof almaty.dispatcher) => {
      const { timeline } = await almaty.as(principal, (ctx) => getDeskAppeal(ctx, id))
      return timeline.find(({ event }) => event === 'personCorrected')
    }
    expect((await stepFor(almaty.dispatcher))?.changes?.[1]).toEqual({
      field: 'email',
      values: { before: 'old-address@mail.example', after: 'new-address@mail.example' },
    })
    const clerk = await stepFor(almaty.clerks['passenger-transport'])
    expect(clerk?.changes).toEqual(['address', 'email', 'ground'].map((field) => ({ field, values: undefined })))
  })

  it('is forgotten with the person: rows and hashes stay, the values go', async () => {
    const { id, line, person } = await corrected()
    await almaty.as({ kind: 'system' }, (ctx) =>
      inTransaction(ctx, (ctx) => eraseRows(ctx.db, { applicants: [String(person.id)], words: [] })),
    )
    const values = await rows(
      'select field, before, after from t_almaty.personal_value where event_id = $1 order by id',
      String(line.id),
    )
    expect(values).toEqual([
      { field: 'address', before: '', after: '' },
      { field: 'email', before: '', after: '' },
      { field: 'ground', before: null, after: '' },
    ])
    const [after] = await rows('select digests from t_almaty.journal where id = $1', String(line.id))
    expect(after?.digests).toEqual(line.digests)
    expect(id).not.toBe('')
  })

  it('is not taken away where the answer was asked for', async () => {
    const id = await fileAppeal(almaty)
    await expect(correct(id, typed({ email: '' }))).rejects.toMatchObject({
      fields: { email: 'appeals:error.emailMissing' },
    })
  })

  it('is corrected by a dispatcher alone, from the page as it stands, while the appeal is open', async () => {
    const id = await fileAndAssign(almaty)
    for (const principal of [almaty.clerks['passenger-transport'], almaty.heads['passenger-transport']])
      await expect(correct(id, typed({ version: '2' }), principal)).rejects.toBeInstanceOf(ForbiddenError)
    const own = almaty.as(knowing(id), (ctx) => correctContacts(ctx, id, typed({ version: '2' })))
    await expect(own).rejects.toBeInstanceOf(ForbiddenError)
    const abroad = product.shymkent.as(product.shymkent.dispatcher, (ctx) => correctContacts(ctx, id, typed()))
    await expect(abroad).rejects.toMatchObject({ name: 'NotFound' })
    await expect(correct(id, typed({ version: '1' }))).rejects.toMatchObject({ name: 'Refusal' })
    await answerAppeal(almaty, id, { outcome: 'explained', text: 'Берілді. Негізі: ӘРПК 76-бабы.' })
    const [{ version } = {}] = await rows('select version from t_almaty.appeal where id = $1', id)
    await expect(correct(id, typed({ version: String(version) }))).rejects.toMatchObject({
      reason: { key: 'appeals:error.notNow' },
    })
  })
})
