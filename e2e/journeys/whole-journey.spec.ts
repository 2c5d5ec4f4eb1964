import { expectedDays } from '../fixtures/calendar.ts'
import { anAnswer, anAppeal, fileAppeal, receiptIn, writeAppeal } from '../fixtures/appeals.ts'
import { agencyName } from '../fixtures/database.ts'
import { hostOf, type RegionSlug } from '../fixtures/house.ts'
import { mailTo } from '../fixtures/mails.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

/** Each language in one of the regions, so that both are walked through. */
const regionOf = { kk: 'almaty', ru: 'shymkent', en: 'almaty' } as const satisfies Record<string, RegionSlug>

inEachLanguage((locale) => {
  const region = regionOf[locale]
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

  test(`a resident files in ${locale}, the staff answer, the resident reads the answer`, async ({
    house,
    asResident,
    asStaff,
  }) => {
    const form = anAppeal(locale)
    const { page, at } = await asResident(hostOf(region))

    // The resident files, without JavaScript, from the home page on.
    await page.goto(at(`/${locale}`))
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await page
      .getByRole('main')
      .getByRole('link', { name: t('regions:home.newAppeal') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('drafts:start.title'))
    await writeAppeal(page, locale, form)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('drafts:check.title'))
    await expect(page.getByRole('main')).toContainText(form.text)
    await page.getByRole('button', { name: t('drafts:check.send') }).click()

    // The receipt: number, secret code, and the due date as the calendar has it.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('appeals:receipt.title'))
    const receipt = receiptIn(await page.content(), new URL(page.url()).pathname, locale)
    expect(receipt).toMatchObject(expectedDays(receipt.receivedAt))

    // The same by mail, in the appeal's language.
    const letter = await mailTo(house, form.email, t('appeals:mail.receipt.subject', { number: receipt.number }))
    expect(letter.text).toContain(`${t('appeals:receipt.code')}: ${receipt.code}`)
    expect(letter.text).toContain(`${t('appeals:receipt.dueOn')}: ${receipt.dueOn}`)
    expect(letter.text).toContain(at(`/${locale}/appeals/${receipt.appealId}/open?key=`))

    // The dispatcher finds it in the worklist and assigns it; staff work in a language of their own.
    const agency = await agencyName(house, region, 'passenger-transport', 'kk')
    const dispatcher = await asStaff(house.people[region].dispatcher)
    await dispatcher.page.goto(dispatcher.at('/desk'))
    await dispatcher.page.getByRole('link', { name: receipt.number }).click()
    await expect(dispatcher.page.getByRole('main')).toContainText(form.text)
    await expect(dispatcher.page.getByRole('main')).not.toContainText(receipt.code)
    await dispatcher.page.getByLabel(say('kk', 'appeals:assign.agency')).selectOption(agency)
    await dispatcher.page.getByRole('button', { name: say('kk', 'appeals:assign.send') }).click()
    await expect(dispatcher.page.getByText(say('kk', 'appeals:done.assigned'))).toBeVisible()
    await dispatcher.page.goto(dispatcher.at(`/desk/appeals/${receipt.appealId}`))
    await expect(dispatcher.page.getByRole('list').filter({ hasText: agency })).toBeVisible()
    // A dispatcher has no answer to give.
    await expect(dispatcher.page.getByRole('button', { name: say('kk', 'appeals:reply.send') })).toHaveCount(0)

    // The clerk writes the answer, and has it signed.
    const words = anAnswer(`Жарық қосылды ${unique()}`, locale === 'ru' ? 'ru' : 'kk')
    const clerk = await asStaff(house.people[region].clerk)
    await clerk.page.goto(clerk.at('/desk'))
    await clerk.page.getByRole('link', { name: receipt.number }).click()
    await clerk.page.getByRole('radio', { name: say('ru', 'appeals:outcome.satisfied'), exact: true }).check()
    await clerk.page.getByLabel(say('ru', 'appeals:reply.text')).fill(words)
    await clerk.page.getByRole('button', { name: say('ru', 'appeals:reply.send') }).click()
    await expect(clerk.page.getByText(say('ru', 'appeals:done.submitted'))).toBeVisible()
    await clerk.page.goto(clerk.at('/desk'))
    await expect(clerk.page.getByRole('link', { name: receipt.number })).toHaveCount(0)

    // The head signs. In Almaty this one works in Kazakh, in Shymkent in Russian.
    const headSays = (key: string) => say(region === 'almaty' ? 'kk' : 'ru', key)
    const head = await asStaff(house.people[region].head)
    await head.page.goto(head.at('/desk'))
    await head.page.getByRole('link', { name: receipt.number }).click()
    await expect(head.page.getByRole('main')).toContainText(words)
    await head.page.getByRole('button', { name: headSays('appeals:sign.send') }).click()
    await expect(head.page.getByText(headSays('appeals:done.signed'))).toBeVisible()

    // The answer goes out by mail.
    const answer = await mailTo(house, form.email, t('appeals:mail.answer.subject', { number: receipt.number }))
    expect(answer.text).toContain(words)
    expect(answer.text).toContain(`${t('appeals:answer.outcome')}: ${t('appeals:outcome.satisfied')}`)
    expect(answer.text).not.toContain(receipt.code)

    // Another browser: the address alone shows nothing, a wrong code neither, number and code do.
    const other = await asResident(hostOf(region))
    const strange = await other.page.goto(other.at(`/${locale}/appeals/${receipt.appealId}`))
    expect(strange?.status()).toBe(404)
    const withoutCode = await other.page.goto(other.at(`/${locale}/appeals/${receipt.appealId}/receipt`))
    expect(withoutCode?.status()).toBe(404)
    await expect(other.page.locator('html')).toHaveAttribute('lang', locale)
    await other.page.goto(other.at(`/${locale}/track?number=${receipt.number}`))
    await expect(other.page.getByLabel(t('appeals:receipt.number'))).toHaveValue(receipt.number)
    await other.page.getByLabel(t('appeals:receipt.code')).fill('0000 0000')
    await other.page.getByRole('button', { name: t('appeals:track.show') }).click()
    await expect(other.page.getByRole('alert')).toContainText(t('appeals:error.codeWrong'))
    await other.page.getByLabel(t('appeals:receipt.code')).fill(receipt.code.toLowerCase().replace(' ', '-'))
    await other.page.getByRole('button', { name: t('appeals:track.show') }).click()
    await expect(other.page.getByRole('main')).toContainText(words)
    await expect(other.page.getByRole('main')).toContainText(t('appeals:life.answered'))
    await expect(other.page.getByRole('main')).toContainText(form.text)
  })
})

test('a browser that knows one code sees no other appeal', async ({ house }) => {
  const own = await fileAppeal(house, 'almaty')
  const others = await fileAppeal(house, 'almaty')
  expect((await own.resident.ask(`/ru/appeals/${own.receipt.appealId}`)).status).toBe(200)
  const { status, body } = await own.resident.ask(`/ru/appeals/${others.receipt.appealId}`)
  expect(status).toBe(404)
  expect(body).not.toContain(others.form.text)
})

test('number and code of two appeals cannot be mixed', async ({ house }) => {
  const one = await fileAppeal(house, 'almaty')
  const two = await fileAppeal(house, 'almaty')
  const mixed = await one.resident.send('/ru/track', { number: one.receipt.number, code: two.receipt.code })
  expect(mixed.status).toBe(422)
  expect(mixed.body).toContain(say('ru', 'appeals:error.codeWrong'))
})
