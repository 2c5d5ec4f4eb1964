import {
  anAnswer,
  anAppeal,
  answerAll,
  answersOf,
  assignAppeal,
  receiptIn,
  sendAnswers,
  submitAnswer,
} from '../fixtures/appeals.ts'
import { hostOf, type House, type RegionSlug } from '../fixtures/house.ts'
import { visitorOf } from '../fixtures/http.ts'
import { textTo } from '../fixtures/texts-sent.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say, type LocaleCode } from '../fixtures/texts.ts'

// An answer that is nearly an earlier one would be stopped; each language has its own.
const answers = {
  kk: 'Бағанадағы шам ауыстырылды, енді көше кешке де жарық',
  ru: 'Лампа на столбе у вашего дома заменена, вечером светло',
  en: 'Электриктер сымды тексеріп, екі шырақты жаңасына алмастырды',
}
const phoneOf = { kk: '+77012000001', ru: '+77012000002', en: '+77012000003' } as const

/** Somebody who wants to be answered by SMS, and their receipt. */
async function fileBySms(house: House, region: RegionSlug, locale: LocaleCode) {
  const resident = visitorOf(house, hostOf(region))
  const answers = answersOf(anAppeal(locale)).map(([question, fields]) =>
    question === 'reply'
      ? ([question, { answerChannels: 'sms', phone: phoneOf[locale].replace('+7', '8') }] as const)
      : ([question, fields] as const),
  )
  await answerAll(resident, locale, answers)
  const path = (await sendAnswers(resident, locale)).headers.location ?? ''
  return receiptIn((await resident.ask(path)).body, path, locale)
}

const linkIn = (text: string) => {
  const { pathname } = new URL(/https?:\/\/\S+$/.exec(text)?.[0] ?? '')
  return pathname
}

inEachLanguage((locale) => {
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)
  const phone = phoneOf[locale]
  const masked = `+7 ••• ${phone.slice(-2)}`

  test(`who chose SMS is told of receipt and answer by it, and sees on the page what was sent, in ${locale}`, async ({
    house,
    asResident,
    asStaff,
  }) => {
    const receipt = await fileBySms(house, 'almaty', locale)
    const first = await textTo(house, phone, t('appeals:sms.receipt', { number: receipt.number }))
    expect(first.text).toContain(t('appeals:sms.due', { day: receipt.dueOn }))
    expect(first.segments).toBeLessThanOrEqual(2)

    // Another device: the link opens the appeal, and its key leaves the address at once.
    const { page, at } = await asResident(hostOf('almaty'))
    await page.goto(at(linkIn(first.text)))
    expect(page.url()).toBe(at(`/${locale}/appeals/${receipt.appealId}`))
    const told = page.getByRole('region', { name: t('notices:told.title') })
    await expect(told).toContainText(`${t('notices:kind.receipt')} · SMS`)
    await expect(told).toContainText(masked)
    // The demo's message centre says at once that the telephone has it.
    await expect(async () => {
      await page.reload()
      await expect(told).toContainText(t('notices:told.delivered'), { timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await expect(page.getByRole('main')).not.toContainText(phone.slice(2))

    // The head reads beforehand what will go out, without the key of its link.
    await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
    await submitAnswer(house, 'almaty', receipt.appealId, anAnswer(answers[locale]))
    const head = await asStaff(house.people.almaty.head)
    await head.page.goto(head.at(`/desk/appeals/${receipt.appealId}`))
    const answered = t('appeals:sms.answer', { number: receipt.number })
    await expect(head.page.getByText(`${answered} http://almaty.localhost`)).toContainText(/\/…$/)
    await head.page.getByRole('button', { name: say('kk', 'appeals:sign.send') }).click()
    const second = await textTo(house, phone, answered)
    expect(linkIn(second.text)).toBe(linkIn(first.text))

    // Colleagues see who was told what, by which channel and in how many segments; the key stands nowhere.
    await head.page.goto(head.at(`/desk/appeals/${receipt.appealId}`))
    const log = head.page.getByRole('region', { name: say('kk', 'notices:title') })
    await expect(async () => {
      await head.page.reload()
      await expect(log.getByRole('listitem')).toHaveCount(2, { timeout: 500 })
      await expect(log.getByText(say('kk', 'notices:state.delivered'))).toHaveCount(2, { timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await expect(log).toContainText(`${say('kk', 'notices:segments')}: ${second.segments}`)
    await expect(log).toContainText(masked)
    expect(await head.page.content()).not.toContain(linkIn(first.text).split('/').at(-1) ?? 'none')
  })
})

test('the link of an SMS is its owner’s: a wrong key, another number or another region opens nothing', async ({
  house,
}) => {
  const { number } = await fileBySms(house, 'shymkent', 'ru')
  const link = linkIn((await textTo(house, phoneOf.ru, number)).text)
  const stranger = visitorOf(house, hostOf('shymkent'))
  const key = link.split('/').at(-1) ?? ''
  const otherKey = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`
  const otherNumber = number.replace(/\d$/, (digit) => (digit === '0' ? '1' : '0'))
  const wrong = [link.replace(key, otherKey), link.replace(number, otherNumber), link.slice(0, -1), `${link}0`]
  for (const path of wrong) {
    const { status, headers } = await stranger.ask(path)
    expect(status, path).toBe(404)
    expect(headers['set-cookie']?.join() ?? '').not.toContain('bt_seen')
  }
  expect((await visitorOf(house, hostOf('almaty')).ask(link)).status).toBe(404)
  expect((await stranger.ask(link)).status).toBe(302)
})
