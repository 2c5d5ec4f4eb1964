import { hostOf, platformHost, urlOf } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { newColleague } from '../fixtures/people.ts'
import { rowsOf } from '../fixtures/database.ts'
import { expect, inEachLanguage, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const almaty = hostOf('almaty')
const own = '338 33 88'

inEachLanguage((locale) => {
  test(`a page that is not there says in ${locale} whose site this is and whom to call`, async ({
    house,
    asResident,
  }) => {
    const column = `centre_${locale}`
    const [profile] = await rowsOf<Record<string, string>>(house, 'almaty', `select ${column} from region_profile`)
    const { page, at } = await asResident(almaty)
    expect((await page.goto(at(`/${locale}/none`)))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'common:page.404.title'))
    await expect(page.getByRole('link', { name: profile?.[column] ?? 'no centre' })).toHaveAttribute('href', '/')
    await expect(page).toHaveTitle(`${say(locale, 'common:page.404.title')} – ${profile?.[column]}`)
    await expect(page.getByRole('heading', { name: say(locale, 'regions:phone.title') })).toBeVisible()
    await page.getByRole('link', { name: say(locale, 'common:page.home') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'regions:home.title'))
  })
})

test('a region’s telephone stands on its own error pages, however they come about', async ({ house }) => {
  const visitor = visitorOf(house, almaty)
  expect(textOf((await visitor.ask('/kk/none')).body), 'of a resident').toContain(own)
  expect(textOf((await visitor.ask('/none')).body), 'of no language').toContain(own)
  const forged = await visitor.ask('/sign-out', { method: 'POST', body: 'formToken=x' })
  expect([forged.status, textOf(forged.body).includes(own)], 'of a form').toEqual([403, true])
  const large = await visitor.ask('/kk/track', { method: 'POST', body: `number=${'x'.repeat(1_100_000)}` })
  expect([large.status, textOf(large.body).includes(own)], 'of the edge').toEqual([413, true])

  const elsewhere = await visitorOf(house, hostOf('shymkent')).ask('/kk/none')
  expect([elsewhere.status, textOf(elsewhere.body).includes(own)]).toEqual([404, false])
  const platform = await visitorOf(house, platformHost).ask('/none?lang=ru')
  expect(textOf(platform.body)).toContain(say('ru', 'common:page.404.title'))
  expect(textOf(platform.body)).not.toContain(say('ru', 'regions:phone.title'))
})

test('whoever may not see a page is led back to their work', async ({ house, asStaff }) => {
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  expect((await page.goto(at('/admin/staff')))?.status()).toBe(403)
  await page.getByRole('link', { name: say('ru', 'common:page.work') }).click()
  await expect(page).toHaveURL(urlOf(house, almaty, '/desk'))
})
