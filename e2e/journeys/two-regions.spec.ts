import { fileAppeal } from '../fixtures/appeals.ts'
import { hostOf, platformHost, urlOf, type RegionSlug } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { mailTo } from '../fixtures/mails.ts'
import { signIn } from '../fixtures/people.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

test('a dispatcher of Shymkent sees nothing of Almaty', async ({ house, asStaff }) => {
  const { receipt, form } = await fileAppeal(house, 'almaty')
  const { page, at } = await asStaff(house.people.shymkent.dispatcher)
  await page.goto(at('/desk'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:worklist.title'))
  await expect(page.getByText(form.fullName)).toHaveCount(0)
  await expect(page.getByRole('link', { name: receipt.number })).toHaveCount(0)
  expect((await page.goto(at(`/desk/appeals/${receipt.appealId}`)))?.status()).toBe(404)

  const { page: atHome, at: home } = await asStaff(house.people.almaty.dispatcher)
  await atHome.goto(home(`/desk/appeals/${receipt.appealId}`))
  await expect(atHome.getByText(form.text)).toBeVisible()
})

test('a session of Almaty signs nobody in at Shymkent, whose people are other people', async ({ house, asStaff }) => {
  const { page } = await asStaff(house.people.almaty.dispatcher)
  await page.goto(urlOf(house, hostOf('almaty'), '/desk'))
  await expect(page).toHaveURL(/\/desk$/)
  const [session] = (await page.context().cookies()).filter(({ name }) => name === 'bt_staff')
  expect(session?.domain, 'the cookie is for this host alone').toBe(hostOf('almaty'))
  for (const host of [hostOf('shymkent'), platformHost]) {
    const url = urlOf(house, host)
    await page.context().addCookies([{ name: 'bt_staff', value: session?.value ?? '', url }])
    await page.context().addCookies([{ name: 'bt_platform', value: session?.value ?? '', url }])
  }
  await page.goto(urlOf(house, hostOf('shymkent'), '/desk'))
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(urlOf(house, platformHost, '/platform/regions'))
  await expect(page).toHaveURL(/\/sign-in/)

  const { email, password } = house.people.almaty.dispatcher
  const there = await visitorOf(house, hostOf('shymkent')).send('/sign-in', { email, password })
  expect(there.status).toBe(422)
})

test('a code of Almaty opens nothing at Shymkent, nor does the browser that knows it', async ({ house }) => {
  const { receipt, resident } = await fileAppeal(house, 'almaty')
  const there = visitorOf(house, hostOf('shymkent'))
  for (const [name, value] of resident.cookies) there.cookies.set(name, value)
  expect((await there.ask(`/ru/appeals/${receipt.appealId}`)).status).toBe(404)
  expect((await there.send('/ru/track', { number: receipt.number, code: receipt.code })).status).toBe(422)
  expect((await resident.send('/ru/track', { number: receipt.number, code: receipt.code })).status).toBe(302)
})

/** What Shymkent's pack says in the place of the shipped words. */
const ownLead = {
  kk: 'Қала органдары «бір терезе» арқылы жауап береді.',
  ru: 'Городские органы ответят по принципу «одного окна».',
  en: 'The city’s agencies answer through one window.',
} as const

inEachLanguage((locale) => {
  test(`Shymkent's own words in ${locale} stand there and nowhere else`, async ({ house }) => {
    const leadOf = async (region: RegionSlug) => textOf((await visitorOf(house, hostOf(region)).ask(`/${locale}`)).body)
    // In turns: one region's words once reached the other by a shared instance.
    for (let turn = 0; turn < 3; turn += 1) {
      const [shymkent, almaty] = await Promise.all([leadOf('shymkent'), leadOf('almaty')])
      expect(shymkent).toContain(ownLead[locale])
      expect(almaty).toContain(say(locale, 'regions:home.lead'))
      expect(almaty).not.toContain(ownLead[locale])
      expect(shymkent).not.toContain(say(locale, 'regions:home.lead'))
    }
  })
})

test('each region has its own colours, numbers, centre and letters', async ({ house }) => {
  const [almaty, shymkent] = await Promise.all(
    (['almaty', 'shymkent'] as const).map((region) => fileAppeal(house, region)),
  )
  if (!almaty || !shymkent) throw new Error('unreachable')
  expect(almaty.receipt.number.slice(0, 2)).not.toBe(shymkent.receipt.number.slice(0, 2))
  const css = await Promise.all([almaty, shymkent].map(async ({ resident }) => (await resident.ask('/brand.css')).body))
  expect(css[0]).not.toBe(css[1])
  const letters = await Promise.all([almaty, shymkent].map(({ form }) => mailTo(house, form.email, '')))
  expect(letters[0]?.text).toContain('«Открытый Алматы»')
  expect(letters[1]?.text).toContain('Центр приёма жителей Шымкента')
  expect(letters[1]?.text).toContain(`http://${hostOf('shymkent')}:`)
})

test('the platform’s people have no way into a region, nor a region’s into the platform', async ({ house }) => {
  const operator = await signIn(house, house.operator)
  expect((await operator.ask('/platform/regions')).status).toBe(200)
  for (const path of ['/desk', '/admin/staff', '/kk', '/kk/appeals/new', '/brand.css']) {
    expect((await operator.ask(path)).status, path).toBe(404)
  }
  const { email, password } = house.operator
  const there = await visitorOf(house, hostOf('almaty')).send('/sign-in', { email, password })
  expect(there.status).toBe(422)
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  expect((await dispatcher.ask('/platform/regions')).status).toBe(404)
})
