import { hostOf } from '../fixtures/house.ts'
import { mailTo } from '../fixtures/mails.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { codeOf, setUpApp, signIn, signInAfresh } from '../fixtures/people.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

// It ends the session that all tests share with the region's administrator.
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
  await row.getByRole('link').first().click()
  await page.getByRole('link', { name: kk('platform:regions.help') }).click()
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
