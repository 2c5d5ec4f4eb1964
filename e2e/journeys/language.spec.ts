import { hostOf, platformHost } from '../fixtures/house.ts'
import { visitorOf } from '../fixtures/http.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { localeNames, say } from '../fixtures/texts.ts'

const almaty = hostOf('almaty')

const wishes: [wish: string | undefined, locale: string][] = [
  ['kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
  ['ru-RU,ru;q=0.9', 'ru'],
  ['en-GB', 'en'],
  ['fr-FR,fr;q=0.9,ru;q=0.5,en;q=0.4', 'ru'],
  ['ru;q=0, en;q=0.1', 'en'],
  ['fr, de;q=0.5', 'kk'],
  ['*', 'kk'],
  [';;;q=nonsense,,', 'kk'],
  [undefined, 'kk'],
]

for (const [wish, locale] of wishes) {
  test(`a first visit with Accept-Language ${wish ?? 'missing'} is led to /${locale}`, async ({ house }) => {
    const visitor = visitorOf(house, almaty)
    const headers: Record<string, string> = wish === undefined ? {} : { 'Accept-Language': wish }
    const { status, headers: answered } = await visitor.ask('/', { headers })
    expect([status, answered.location]).toEqual([302, `/${locale}`])
  })
}

test('a language once chosen is remembered, whatever the browser asks for', async ({ asResident }) => {
  const { page, at } = await asResident(almaty, { locale: 'en-GB' })
  await page.goto(at('/'))
  await expect(page).toHaveURL(at('/en'))
  await page.goto(at('/en/track?number=75-26-000001'))
  await page.getByRole('link', { name: localeNames.ru }).click()
  await expect(page, 'the page stays').toHaveURL(at('/ru/track?number=75-26-000001'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'appeals:track.title'))
  await page.goto(at('/'))
  await expect(page).toHaveURL(at('/ru'))
  await page.goto(at('/sign-in'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
})

inEachLanguage((locale) => {
  test(`pages in ${locale} say so, switch to the others and back`, async ({ asResident }) => {
    const { page, at } = await asResident(almaty)
    for (const path of ['', '/appeals/new', '/track']) {
      await page.goto(at(`/${locale}${path}`))
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const languages = page.getByRole('navigation', { name: say(locale, 'common:languages') })
      for (const [code, name] of Object.entries(localeNames)) {
        const link = languages.getByRole('link', { name })
        await expect(link).toHaveAttribute('href', `/${code}${path}`)
        await expect(link).toHaveAttribute('lang', code)
        if (code === locale) await expect(link).toHaveAttribute('aria-current', 'true')
      }
    }
  })
})

test('a sign-in page has no language in its path and can be switched all the same', async ({ atLaptop }) => {
  const { page, at } = await atLaptop(almaty, { locale: 'kk-KZ' })
  await page.goto(at('/sign-in?next=%2Faccount'))
  await page.getByRole('link', { name: localeNames.en }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'accounts:signIn.title'))
  expect(new URL(page.url()).searchParams.get('next'), 'the page asked for is kept').toBe('/account')
})

test('staff choose the language they work in; it goes before the browser’s', async ({ house, asStaff }) => {
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const { page, at } = await asStaff(person, { locale: 'en-GB' })
  await page.goto(at('/account'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await page.getByRole('radio', { name: localeNames.kk }).check()
  await page.getByRole('button', { name: say('ru', 'accounts:account.save') }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
  await expect(page.getByRole('radio', { name: localeNames.kk })).toBeChecked()
  await page.goto(at('/desk'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:worklist.title'))

  // In another browser too; and a resident's page stays in the language of its path.
  const elsewhere = await signIn(house, person)
  expect((await elsewhere.ask('/desk', { headers: { 'Accept-Language': 'en' } })).body).toContain('<html lang="kk"')
  expect((await elsewhere.ask('/en')).body).toContain('<html lang="en"')

  const unknown = await elsewhere.send('/account', { locale: 'de' })
  expect(unknown.status).toBe(422)
  expect(unknown.body).toContain(say('kk', 'common:error.invalid'))
})

const unknownLanguages = ['/de', '/de/appeals/new', '/KK', '/kk-KZ', '/ру/track', '/__proto__/track']

for (const path of unknownLanguages) {
  test(`${path} is no page, and says so in a language of ours`, async ({ house }) => {
    for (const host of [almaty, platformHost]) {
      const visitor = visitorOf(house, host)
      const { status, body } = await visitor.ask(encodeURI(path), { headers: { 'Accept-Language': 'ru' } })
      expect(status).toBe(404)
      expect(body).toContain('<html lang="ru"')
      expect(body).toContain(say('ru', 'common:page.404.title'))
    }
  })
}
