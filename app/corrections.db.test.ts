import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { getAppeal } from '#app/features/appeals/appeals.queries.server.ts'
import { askerOf, listAppeals } from '#app/features/worklists/worklist.queries.server.ts'
import { worklistQuery } from '#app/features/worklists/worklist.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { personalDigest } from '#app/core/personal-digest.server.ts'
import { answerAppeal, fileAndAssign, fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { correctRegistration } from '#app/features/registrations/correct-registration.server.ts'
import { getCorrection, getIntake } from '#app/features/registrations/correction.queries.server.ts'
import { CorrectRegistration } from '#app/features/registrations/registrations.schema.server.ts'

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())

/** What stands in the form of an appeal that `fileAppeal` made, with these changes; the number is not shown in it. */
const typed = (changes: Readonly<Record<string, string>> = {}) =>
  CorrectRegistration.parse({
    version: '1',
    submissionKey: crypto.randomUUID(),
    ground: 'Куәлігін көрсетті',
    language: 'kk',
    kind: 'person',
    fullName: 'Сынақова Әсел',
    iin: '',
    address: 'Алматы қаласы, Абай даңғылы, 10',
    email: 'same@mail.example',
    answerChannels: 'mail',
    ...changes,
  })
const file = () => fileAppeal(almaty, { email: 'same@mail.example' })
const correct = (id: string, input: CorrectRegistration, by = almaty.dispatcher) =>
  almaty.as(by, (ctx) => correctRegistration(ctx, id, input))
const applicantOf = async (id: string) => {
  const [row] = await product.database.rows<Record<string, string>>(
    'select p.* from t_almaty.applicant p join t_almaty.appeal a on a.applicant_id = p.id where a.id = $1',
    [id],
  )
  return row
}
const intakeOf = (id: string) => almaty.as(almaty.dispatcher, (ctx) => getIntake(ctx, id))

describe('a correction', () => {
  it('is an act that keeps what stood there, who did it and why', async () => {
    const id = await file()
    await correct(id, typed({ fullName: 'Сынақова Әсель Үлгіқызы', language: 'ru' }))
    expect(await applicantOf(id)).toMatchObject({ full_name: 'Сынақова Әсель Үлгіқызы', iin: '900515300018' })
    expect(await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))).toMatchObject({
      language: 'ru',
      version: 2,
    })
    const { corrections } = await intakeOf(id)
    expect(corrections).toMatchObject([
      {
        by: almaty.dispatcher.name,
        ground: 'Куәлігін көрсетті',
        values: [
          { field: 'fullName', former: 'Сынақова Әсел', present: 'Сынақова Әсель Үлгіқызы' },
          { field: 'language', former: 'Қазақша', present: 'Орысша' },
        ],
      },
    ])
    // The journal names the fields, and proves what stood and stands there to who has it.
    const [line] = await product.database.rows<{ fields: string[]; digests: Record<string, string> }>(
      `select fields, digests from t_almaty.journal where subject_id = $1 and event = 'appeal.corrected'`,
      [id],
    )
    const applicantId = (await applicantOf(id))?.id ?? ''
    const secret = await almaty.as(almaty.dispatcher, async (ctx) => ctx.secret)
    const digest = (name: string) => personalDigest(secret, applicantId, 'fullName', name)
    expect(line).toEqual({
      fields: ['fullName', 'language'],
      digests: { fullName: digest('Сынақова Әсел'), 'fullName.after': digest('Сынақова Әсель Үлгіқызы') },
    })
    // It is found by its new name.
    const found = await almaty.as(almaty.dispatcher, async (ctx) => {
      const query = worklistQuery('view=all&q=Әсель', almaty.dispatcher.permissions)
      return (await listAppeals(ctx, await askerOf(ctx), query)).items
    })
    expect(found.map((item) => item.id)).toContain(id)
  })

  it('makes an organisation of a person, and takes a number away that is not theirs', async () => {
    const id = await file()
    await correct(id, typed({ kind: 'organisation', organisationName: 'ТОО «Үлгі»', bin: '' }))
    expect(await applicantOf(id)).toMatchObject({ kind: 'organisation', organisation_name: 'ТОО «Үлгі»', iin: null })
    const other = await file()
    expect(await almaty.as(almaty.dispatcher, (ctx) => getCorrection(ctx, other))).toMatchObject({ iin: '•••• 0018' })
    await correct(other, typed({ noIin: 'yes' }))
    expect(await applicantOf(other)).toMatchObject({ iin: null })
    // Nobody reads the whole number in what was corrected either.
    expect((await intakeOf(other)).corrections[0]?.values).toEqual([{ field: 'iin', former: '•••• 0018', present: '' }])
  })

  it('is made once by one page, and by a stale one not at all', async () => {
    const id = await file()
    const input = typed({ fullName: 'Екінші Әсел' })
    await Promise.all([correct(id, input), correct(id, input)])
    await correct(id, input)
    expect((await intakeOf(id)).corrections).toHaveLength(1)
    await expect(correct(id, typed({ fullName: 'Үшінші Әсел' }))).rejects.toBeInstanceOf(Refusal)
    expect(await applicantOf(id)).toMatchObject({ full_name: 'Екінші Әсел' })
  })

  it('changes something, of an open appeal, on a ground', async () => {
    const id = await file()
    await expect(correct(id, typed())).rejects.toEqual(
      new InvalidInput({ ground: 'registrations:error.nothingChanged' }),
    )
    expect(() => typed({ ground: ' ' })).toThrow('registrations:error.groundMissing')
    expect(() => typed({ kind: 'anonymous' })).toThrow('appeals:error.kindMissing')
    const answered = await fileAndAssign(almaty, { email: 'same@mail.example' })
    await answerAppeal(almaty, answered, { outcome: 'satisfied', text: 'Мәселе шешілді. Негіз: Заңның 5-бабы.' })
    const { version } = await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, answered))
    await expect(correct(answered, typed({ version: String(version), fullName: 'Кеш Әсел' }))).rejects.toEqual(
      new Refusal('registrations:error.notCorrectable'),
    )
  })

  it('is the control unit’s, in its own region', async () => {
    const id = await fileAndAssign(almaty)
    const input = typed({ version: '2', fullName: 'Басқа Әсел' })
    for (const by of [almaty.clerks['passenger-transport'], almaty.heads['passenger-transport']])
      await expect(correct(id, input, by)).rejects.toBeInstanceOf(ForbiddenError)
    await expect(correct(id, input, almaty.admin)).rejects.toBeInstanceOf(NotFound)
    const { shymkent } = product
    await expect(shymkent.as(shymkent.dispatcher, (ctx) => correctRegistration(ctx, id, input))).rejects.toBeInstanceOf(
      NotFound,
    )
  })
})
