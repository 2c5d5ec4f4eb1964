import { photo } from '#infra/testing/sample-files.ts'
import { assignAppeal, answerAppeal, anAnswer, anAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { hostOf, type RegionSlug } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { linkIn, mailTo } from '../fixtures/mails.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const regionOf = { kk: 'almaty', ru: 'shymkent', en: 'almaty' } as const satisfies Record<string, RegionSlug>

inEachLanguage((locale) => {
  const region = regionOf[locale]
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

  test(`by the link in the mail a resident adds a photo and takes the appeal back, in ${locale}`, async ({
    house,
    asResident,
    asStaff,
  }) => {
    const { form, receipt } = await fileAppeal(house, region, anAppeal(locale))
    await assignAppeal(house, region, receipt.appealId, 'passenger-transport')
    const letter = await mailTo(house, form.email, t('appeals:mail.receipt.subject', { number: receipt.number }))

    // Another device: the link opens the appeal, and its key leaves the address at once.
    const { page, at } = await asResident(hostOf(region))
    await page.goto(at(linkIn(letter)))
    expect(page.url()).toBe(at(`/${locale}/appeals/${receipt.appealId}`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(receipt.number)
    await expect(page.getByText(t('appeals:life.registered'))).toBeVisible()

    // The due date can be counted again.
    // The overall one; a body that has the appeal has its own below.
    await page.getByText(t('appeals:deadline.summary')).first().click()
    const count = page.getByRole('group').first()
    await expect(count.getByText(t('appeals:deadline.registered', { day: receipt.registeredOn }))).toBeVisible()
    await expect(count.getByText(t('appeals:deadline.last', { day: receipt.dueOn, time: '18:30' }))).toBeVisible()

    // More information, with a photo.
    await page.getByRole('link', { name: t('appeals:addition.link') }).click()
    await page.getByLabel(t('appeals:addition.text')).fill('Бүгін де жарық болмады')
    await page
      .getByLabel(t('attachments:field.label'))
      .setInputFiles([{ name: 'бағана.jpg', mimeType: 'image/jpeg', buffer: await photo() }])
    await page.getByRole('button', { name: t('appeals:addition.send') }).click()
    await expect(page.getByText('Бүгін де жарық болмады')).toBeVisible()
    await expect(page.getByText(t('appeals:life.informationAdded'))).toBeVisible()
    await expect(page.getByRole('link', { name: 'бағана.jpg' }).first()).toBeVisible()

    // Whoever answers sees both.
    const clerk = await asStaff(house.people[region].clerk)
    await clerk.page.goto(clerk.at(`/desk/appeals/${receipt.appealId}`))
    await expect(clerk.page.getByText('Бүгін де жарық болмады')).toBeVisible()
    const opened = await clerk.page.goto(
      clerk.at((await clerk.page.getByRole('link', { name: 'бағана.jpg' }).first().getAttribute('href')) ?? ''),
    )
    expect(opened?.headers()['content-type']).toBe('image/jpeg')

    // The page asks back; then the appeal is closed, and a letter says so.
    await page.getByRole('link', { name: t('appeals:withdraw.link') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('appeals:withdraw.title'))
    await page.getByRole('link', { name: t('appeals:withdraw.cancel') }).click()
    await page.getByRole('link', { name: t('appeals:withdraw.link') }).click()
    await page.getByLabel(t('appeals:withdraw.reason')).fill('Мәселе шешілді')
    await page.getByRole('button', { name: t('appeals:withdraw.send') }).click()
    await expect(page.getByText(t('appeals:life.withdrawn'))).toBeVisible()
    await expect(page.getByRole('link', { name: t('appeals:addition.link') })).toHaveCount(0)
    await mailTo(house, form.email, t('appeals:mail.withdrawal.subject', { number: receipt.number }))
    await clerk.page.goto(clerk.at(`/desk/appeals/${receipt.appealId}`))
    await expect(clerk.page.getByText(say('ru', 'appeals:whyNot.withdrawn')).first()).toBeVisible()
    await expect(clerk.page.getByText('Мәселе шешілді')).toBeVisible()
    await clerk.page.goto(clerk.at('/desk'))
    await expect(clerk.page.getByRole('link', { name: receipt.number })).toHaveCount(0)
  })

  test(`who writes while the appeal is answered is told so in ${locale}, and keeps the words`, async ({ house }) => {
    const { receipt, resident } = await fileAppeal(house, region, anAppeal(locale))
    await assignAppeal(house, region, receipt.appealId, 'passenger-transport')
    await answerAppeal(house, region, receipt.appealId, anAnswer('Жарық қосылды', locale === 'ru' ? 'ru' : 'kk'))
    const page = `/${locale}/appeals/${receipt.appealId}`
    const words = 'Кешігіп жазылған сөз'
    const late = await resident.send(`${page}/information?draft=${crypto.randomUUID()}`, { intent: 'add', text: words })
    const taken = { submissionKey: crypto.randomUUID(), reason: words }
    for (const reply of [late, await resident.send(`${page}/withdraw`, taken)]) {
      expect(reply.status).toBe(409)
      const [told = ''] = t('appeals:error.answeredMeanwhile').split('{{when}}')
      expect(textOf(reply.body)).toContain(told.trim())
      expect(textOf(reply.body)).toContain(words)
    }
  })
})

test('a wrong key shows nothing, and is not guessed', async ({ house }) => {
  const { form, receipt } = await fileAppeal(house, 'almaty')
  const link = linkIn(await mailTo(house, form.email, receipt.number))
  const stranger = visitorOf(house, hostOf('almaty'))
  const page = `/ru/appeals/${receipt.appealId}`
  expect((await stranger.ask(page)).status).toBe(404)
  for (const wrong of [`${page}/open`, `${page}/open?key=${receipt.code.replace(' ', '')}`, `${link}0`]) {
    const { status, headers } = await stranger.ask(wrong)
    expect(status, wrong).toBe(404)
    expect(headers['set-cookie']?.join() ?? '').not.toContain('bt_seen')
  }
  for (let tries = 4; tries <= 10; tries += 1) expect((await stranger.ask(`${page}/open?key=x`)).status).toBe(404)
  const refused = await stranger.ask(link)
  expect(refused.status).toBe(429)
  expect(refused.headers['retry-after']).toMatch(/^\d+$/)
  expect(textOf(refused.body)).toContain(say('ru', 'common:page.429.title'))
  // The person themself, elsewhere, is not locked out; another region's host does not know the key.
  const owner = visitorOf(house, hostOf('almaty'))
  const { status, headers } = await owner.ask(link)
  expect([status, headers.location]).toEqual([302, page])
  expect(headers['referrer-policy']).toBe('same-origin')
  expect((await owner.ask(page)).status).toBe(200)
  expect((await visitorOf(house, hostOf('shymkent')).ask(link)).status).toBe(404)
})
