import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { answerAppeal, fileAndAssign, submitTo } from '#infra/testing/appeals.ts'
import { anyone, knowing, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { readPdf } from '#infra/testing/read-pdf.ts'
import type { TenantContext } from '#app/core/context.ts'
import { checkAnswer } from './check-answer.server.ts'
import { letterFile, listLetters, openLetter, verifyLetter } from './letters.queries.server.ts'
import { makeLetter } from './make-letter.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const system = { kind: 'system' } as const
const kazakh = {
  outcome: 'satisfied',
  text: 'Бағытқа қосымша автобус шығарылды, кесте қайта қаралды.\n\nНегізі: Заңның 5-бабы.',
} as const
const russian = {
  outcome: 'explained',
  text: 'Проверка не выявила нарушений, поэтому оснований нет. Основание: статья 5 Закона.',
} as const

interface LetterRow {
  id: string
  answer_id: string
  code: string
  state: string
  sha256: string | null
  right_of_appeal: string
}

async function letterOf(region: 'almaty' | 'shymkent', appealId: string): Promise<LetterRow> {
  const [row] = await product.database.rows<LetterRow>(
    `select id, answer_id, code, state, sha256, right_of_appeal from t_${region}.answer_letter where appeal_id = $1`,
    [appealId],
  )
  if (!row) throw new Error('There is no letter')
  return row
}

/** An appeal answered in its language; its id. */
async function answered(language: 'kk' | 'ru' = 'kk', region = almaty): Promise<string> {
  const id = await fileAndAssign(region, { language })
  await answerAppeal(region, id, language === 'kk' ? kazakh : russian)
  return id
}

const make = (answerId: string) => almaty.as(system, (ctx) => makeLetter(ctx, answerId))

const contentOf = (appealId: string, letterId: string) =>
  almaty.as(knowing(appealId), async (ctx) => buffer((await openLetter(ctx, appealId, letterId)).content))

describe('the letter of an answer', () => {
  it('is due with the signature, made after it, and says everything in Kazakh', async () => {
    const id = await answered('kk')
    const due = await letterOf('almaty', id)
    expect(due.state).toBe('due')
    await make(due.answer_id)
    const letter = await letterOf('almaty', id)
    const content = await contentOf(id, letter.id)
    expect(createHash('sha256').update(content).digest('hex')).toBe(letter.sha256)
    const pdf = await readPdf(content)
    const [appeal] = await product.database.rows<{ number: string }>(
      `select number from t_almaty.appeal where id = $1`,
      [id],
    )
    expect(pdf).toMatchObject({ language: 'kk', title: `Жолданымға жауап ${appeal?.number}` })
    for (const words of [
      'Жол қозғалысы және жолаушылар көлігін ұйымдастыру басқармасы «Ашық Алматы» азаматтарды қабылдау орталығы',
      'Алматы қ., Байзақов көшесі, 303',
      '2026 жылғы 23 қараша',
      appeal?.number,
      'Кімге: Сынақова Әсел',
      'Алматы қаласы, Абай даңғылы, 10',
      'Бағытқа қосымша автобус шығарылды, кесте қайта қаралды.',
      'Негізі: Заңның 5-бабы.',
      'шағым жасай аласыз',
      'Қол қойды: Еркін Басшыбаев',
      `Бақылау коды: ${letter.code.slice(0, 4)}-`,
    ])
      expect(pdf.text).toContain(words)
    expect(pdf.qrCode).toBe(`http://almaty.localhost:3000/kk/verify/${letter.code}`)
    expect(pdf.roles.slice(0, 2)).toEqual(['Root', 'Document'])
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'P', 'Figure']))
  })

  it('is in Russian where the appeal is', async () => {
    const id = await answered('ru')
    const { id: letterId, answer_id: answerId } = await letterOf('almaty', id)
    await make(answerId)
    const pdf = await readPdf(await contentOf(id, letterId))
    expect(pdf.language).toBe('ru')
    for (const words of [
      'Ответ на обращение',
      '23 ноября 2026 года',
      'Кому: ',
      'г. Алматы, ул. Байзакова, 303',
      'обжаловать',
    ])
      expect(pdf.text).toContain(words)
  })

  it('goes on over pages where the answer is long, and no letter of it is lost', async () => {
    const id = await fileAndAssign(almaty)
    const sentences = Array.from(
      { length: 120 },
      (_, turn) => `Ұзақ жауаптың ${turn + 1}-тармағы: көше жарықтандырылды.`,
    )
    await answerAppeal(almaty, id, { outcome: 'explained', text: `${sentences.join(' ')} Негізі: Заңның 5-бабы.` })
    const { id: letterId, answer_id: answerId } = await letterOf('almaty', id)
    await make(answerId)
    const { text } = await readPdf(await contentOf(id, letterId))
    for (const turn of [1, 60, 120]) expect(text).toContain(`${turn}-тармағы`)
    expect(text).toMatch(/ 1 \/ [2-9]/)
  })

  it('does not repeat the right of appeal where the answer states it', async () => {
    const id = await fileAndAssign(almaty)
    const text = `${kazakh.text} Жауапқа жоғары тұрған органға шағым жасауға болады.`
    await answerAppeal(almaty, id, { outcome: 'satisfied', text })
    expect((await letterOf('almaty', id)).right_of_appeal).toBe('')
  })

  it('is made once, however often its job comes, and again as the same bytes where the job was cut off', async () => {
    const id = await answered()
    const { id: letterId, answer_id: answerId } = await letterOf('almaty', id)
    // Killed after the file and before its row: a file stands there that nobody knows of, here even a torn one.
    await almaty.as(system, (ctx) => ctx.files.put(letterId, Readable.from([Buffer.from('жарты')])))
    await Promise.all([make(answerId), make(answerId)])
    const first = await letterOf('almaty', id)
    await make(answerId)
    expect(await letterOf('almaty', id)).toEqual(first)
    const content = await contentOf(id, letterId)
    expect(createHash('sha256').update(content).digest('hex')).toBe(first.sha256)
    const told = await product.database.rows(
      `select refs, fields from t_almaty.journal where event = 'letter.made' and subject_id = $1`,
      [letterId],
    )
    expect(told).toEqual([{ refs: { answerId, appealId: id }, fields: ['bytes', 'sha256'] }])
  })

  it('goes with the mail as it is kept', async () => {
    const id = await answered()
    const { id: letterId, answer_id: answerId } = await letterOf('almaty', id)
    const [appeal] = await product.database.rows<{ number: string }>(
      'select number from t_almaty.appeal where id = $1',
      [id],
    )
    const made = await make(answerId)
    if (!made) throw new Error('There is no letter')
    const file = await almaty.as(system, (ctx) => letterFile(ctx, made))
    expect(file).toMatchObject({
      name: `answer-${appeal?.number}-1-passenger-transport.pdf`,
      mediaType: 'application/pdf',
    })
    expect(file.content).toEqual(await contentOf(id, letterId))
  })

  it('is for who may read the appeal, in its own region', async () => {
    const id = await answered()
    const { id: letterId, answer_id: answerId } = await letterOf('almaty', id)
    const open = (ctx: TenantContext) => openLetter(ctx, id, letterId)
    await expect(almaty.as(knowing(id), open), 'it is not made yet').rejects.toMatchObject({ name: 'NotFound' })
    await make(answerId)
    for (const who of [anyone, knowing('another'), almaty.clerks['housing-utilities']])
      await expect(almaty.as(who, open)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(shymkent.as(knowing(id), open)).rejects.toMatchObject({ name: 'NotFound' })
    for (const who of [knowing(id), almaty.dispatcher, almaty.clerks['passenger-transport']])
      expect(await almaty.as(who, (ctx) => listLetters(ctx, id))).toMatchObject([{ id: letterId, ready: true }])
    expect(await almaty.as(anyone, (ctx) => listLetters(ctx, id))).toEqual([])
  })
})

describe('the verification of a letter', () => {
  const verify = (region: TestRegion, code: string, from = '192.0.2.1') =>
    region.as(anyone, (ctx) => verifyLetter(ctx, code, from))

  it('confirms number, day, agency and hashes to anybody, and nothing of the person', async () => {
    const id = await answered()
    const { code, answer_id: answerId } = await letterOf('almaty', id)
    expect(await verify(almaty, code)).toMatchObject({ issuedOn: '23.11.2026', sha256: '' })
    await make(answerId)
    const { sha256 } = await letterOf('almaty', id)
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase()
    const found = await verify(almaty, typed)
    expect(found).toMatchObject({ sha256, issuedOn: '23.11.2026' })
    expect(found?.number).toMatch(/^75-26-\d{6}$/)
    expect(Object.keys(found ?? {}).toSorted()).toEqual(['agency', 'contentHash', 'issuedOn', 'number', 'sha256'])
  })

  it('answers a code of another region as it answers an unknown one', async () => {
    const id = await answered('kk', shymkent)
    const { code } = await letterOf('shymkent', id)
    expect(await verify(shymkent, code)).toBeDefined()
    expect(await verify(almaty, code)).toBeUndefined()
    expect(await verify(almaty, '000000000000')).toBeUndefined()
    expect(await verify(almaty, '')).toBeUndefined()
  })

  it('is refused to who tries codes, and never to who has the paper', async () => {
    const { code } = await letterOf('almaty', await answered())
    for (let turn = 0; turn < 245; turn += 1) await verify(almaty, code, '192.0.2.7')
    for (let turn = 0; turn < 240; turn += 1) await verify(almaty, `0000${turn}`, '192.0.2.8')
    await expect(verify(almaty, '0000', '192.0.2.8')).rejects.toMatchObject({ name: 'TooManyTries' })
    expect(await verify(almaty, code, '192.0.2.9')).toBeDefined()
  })
})

describe('the gate', () => {
  const submit = (id: string, text: string) => submitTo(almaty, id, { outcome: 'satisfied', text })

  it('stops what the law does not allow, and names all of it at once', async () => {
    const id = await fileAndAssign(almaty)
    await expect(submit(id, 'Ваше обращение рассмотрено, меры приняты: {{measures}}.')).rejects.toMatchObject({
      name: 'InvalidInput',
      fields: {
        checkLanguage: { key: 'letters:error.language', values: { language: 'Қазақша' } },
        checkNorm: { key: 'letters:error.norm' },
        checkFields: { key: 'letters:error.fields', values: { fields: '{{measures}}' } },
      },
    })
    const [row] = await product.database.rows(`select status from t_almaty.appeal where id = $1`, [id])
    expect(row?.status).toBe('assigned')
    await submit(id, kazakh.text)
  })

  it('leads to the similar answer only whoever may read it, and never into another region', async () => {
    const text =
      'Шұңқыр жөнделді, асфальт төселді, жол белгісі қайта орнатылды, көше тазартылды. Негізі: Заңның 8-бабы.'
    const earlier = await fileAndAssign(almaty)
    await answerAppeal(almaty, earlier, { outcome: 'satisfied', text })
    const appeal = { id: 'another', language: 'kk' } as const
    const seenBy = (region: TestRegion, who: Parameters<TestRegion['as']>[0]) =>
      region.as(who, async (ctx) => (await checkAnswer(ctx, appeal, text)).similar)
    expect(await seenBy(almaty, almaty.clerks['passenger-transport'])).toMatchObject({ appealId: earlier })
    expect(await seenBy(almaty, almaty.clerks['housing-utilities'])).toMatchObject({ appealId: null, percent: 100 })
    expect(await seenBy(shymkent, shymkent.dispatcher)).toBeUndefined()
  })
})
