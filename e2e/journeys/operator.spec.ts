import { hostOf } from '../fixtures/house.ts'
import { mailTo } from '../fixtures/mails.ts'
import { codeOf, setUpApp, signIn, signInAfresh } from '../fixtures/people.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

// There is one operator: signing out everywhere would end the other tests' sessions.
const { test } = testInOwnHouse()

test('the platform’s operator helps a region’s only administrator to a new second factor', async ({
  house,
  asStaff,
}) => {
  const kk = (key: string) => say('kk', key)
  const admin = house.people.shymkent.regionAdmin
  const working = await signIn(house, admin)
  expect((await working.ask('/admin')).status).toBe(200)
  const { page, at } = await asStaff(house.operator)
  await page.goto(at('/platform/regions?lang=kk'))
  const row = page.getByRole('row').filter({ hasText: hostOf('shymkent') })
  await row.getByRole('link', { name: kk('platform:regions.help') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(kk('accounts:resetAdministrator.title'))
  await page.getByLabel(kk('accounts:resetFactor.ownPassword')).fill(house.operator.password)
  await page.getByLabel(kk('accounts:resetFactor.ownCode')).fill(codeOf(house.operator.secondFactorKey ?? '', 30_000))
  await page.getByRole('button', { name: kk('accounts:resetFactor.send') }).click()
  // The region does it, and the platform is told: a moment later.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(kk('accounts:resetAdministrator.is.done'))).toBeVisible({ timeout: 500 })
  }).toPass()
  expect((await working.ask('/admin')).headers.location).toMatch(/^\/sign-in/)
  const mail = await mailTo(house, admin.email, say('ru', 'accounts:mail.secondFactorReset.subject'))
  expect(mail.text).toContain(`${say('ru', 'accounts:mail.who')}: ${say('ru', 'accounts:mail.operator')}`)

  const back = await signInAfresh(house, admin)
  expect((await back.ask('/admin')).headers.location).toBe('/account/second-factor')
  await setUpApp(back, admin)
  expect((await back.ask('/admin')).status).toBe(200)
})

test('the platform’s operator sees the regions and signs out everywhere', async ({ house, asStaff }) => {
  const other = await signInAfresh(house, house.operator)
  const { page, at } = await asStaff(house.operator)
  await page.goto(at('/platform/regions?lang=ru'))
  for (const region of ['almaty', 'shymkent'] as const) {
    await expect(page.getByRole('row').filter({ hasText: hostOf(region) })).toBeVisible()
  }
  await page.getByRole('button', { name: say('ru', 'accounts:account.everywhere') }).click()
  await expect(page).toHaveURL(at('/sign-in'))
  expect((await other.ask('/platform/regions')).status).toBe(302)
  await page.goto(at('/platform/regions'))
  await expect(page).toHaveURL(/\/sign-in/)
})
