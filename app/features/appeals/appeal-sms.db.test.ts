import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { segmentsOf } from '#app/core/sms-text.ts'
import { anyone, knowing, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { appealSms, previewSms, type SmsKind } from './appeal-sms.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import { SubmitAppeal } from './appeals.schema.ts'
import { channelsOf, personOf } from './people.queries.server.ts'
import { getRecipients } from './recipients.queries.server.ts'
import { submitAppeal } from './submit-appeal.server.ts'

let product: TestProduct

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
})
afterAll(() => product?.close())

const system = { kind: 'system' } as const
const origin = 'https://almaty.birtereze.kz'

function file(wishes: Readonly<Record<string, unknown>>, language: string = 'kk'): Promise<string> {
  const input = SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    text: 'Аулада шам жанбайды, жөндеуді сұраймын.',
    address: 'Алматы, Абай 10',
    fullName: 'Сынақова Әсел',
    iin: '900515300018',
    language,
    ...wishes,
  })
  return product.almaty.as(anyone, (ctx) => submitAppeal(ctx, input, '192.0.2.100'))
}

const kinds = [
  'receipt',
  'forwarded',
  'partForwarded',
  'split',
  'answer',
  'partAnswered',
  'withdrawal',
  'postponed',
] as const satisfies SmsKind[]
const bySms = { answerChannels: ['sms'], phone: '8 701 123 45 67' }
const byBoth = { answerChannels: ['mail', 'sms'], phone: '+48 512 345 678', email: 'asel@mail.example' }

describe('an SMS about an appeal', () => {
  it.each(['kk', 'ru', 'en'] as const)('fits into two segments in %s, whatever it tells', async (language) => {
    const id = await file(bySms, language)
    for (const kind of kinds) {
      const sms = await product.almaty.as(system, (ctx) => appealSms({ ...ctx, origin }, id, kind))
      expect(sms?.to).toBe('+77011234567')
      const { alphabet, parts } = segmentsOf(sms?.text ?? '')
      expect([kind, alphabet, parts.length]).toEqual([
        kind,
        language === 'en' ? 'gsm7' : 'ucs2',
        language === 'en' ? 1 : 2,
      ])
    }
  })

  it('is shown to staff beforehand with the segments it will have, and without the key of its link', async () => {
    const id = await file(bySms)
    const [preview, sms] = await product.almaty.as(system, async (ctx) => {
      const withGateway = { ...ctx, origin, hasSms: true }
      return [
        previewSms(withGateway, await getAppeal(withGateway, id), 'answer'),
        await appealSms(withGateway, id, 'answer'),
      ]
    })
    const key = sms?.text.split('/').at(-1) ?? ''
    expect(key).toMatch(/^\w{12}$/)
    expect(preview).toEqual({ text: sms?.text.replace(key, '…'), segments: segmentsOf(sms?.text ?? '').parts.length })
  })

  it('is for who chose it, where there is a gateway', async () => {
    const [texted, both, mailed] = [await file(bySms), await file(byBoth), await file({ email: 'asel@mail.example' })]
    const channels = (id: string) => product.almaty.as(system, async (ctx) => channelsOf(await personOf(ctx, id, '')))
    expect(await channels(texted)).toEqual(['sms'])
    expect(await channels(both)).toEqual(['mail', 'sms'])
    expect(await channels(mailed)).toEqual(['mail'])
    const preview = await product.almaty.as(system, async (ctx) =>
      previewSms(ctx, await getAppeal(ctx, both), 'answer'),
    )
    expect(preview).toBeUndefined()
  })

  it('is told of with a masked number, to whom the appeal belongs and nobody else', async () => {
    const id = await file(byBoth)
    const recipients = (who: Parameters<TestProduct['almaty']['as']>[0], region = product.almaty) =>
      region.as(who, (ctx) => getRecipients(ctx, id))
    expect(await recipients(knowing(id))).toMatchObject([
      { subjectId: id, recipientId: '', name: '', mail: 'a•••@mail.example', sms: '+4 ••• 78' },
    ])
    await expect(recipients(anyone)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(recipients(product.shymkent.dispatcher, product.shymkent)).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('is owed to a person whose number was erased, and reaches nobody', async () => {
    const id = await file(byBoth)
    await product.database.rows(
      `update t_almaty.applicant set email = '', phone = '' where id = (select applicant_id from t_almaty.appeal where id = $1)`,
      [id],
    )
    expect(await product.almaty.as(system, async (ctx) => channelsOf(await personOf(ctx, id, '')))).toEqual([
      'mail',
      'sms',
    ])
    expect(await product.almaty.as(system, (ctx) => appealSms(ctx, id, 'answer'))).toBeUndefined()
    expect(await product.almaty.as(knowing(id), (ctx) => getRecipients(ctx, id))).toMatchObject([{ mail: '', sms: '' }])
  })
})
