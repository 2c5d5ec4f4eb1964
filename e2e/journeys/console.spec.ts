import { fileAppeal } from '../fixtures/appeals.ts'
import { mailTo } from '../fixtures/mails.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

// A region is suspended here.
const { test } = testInOwnHouse()

test('the operator suspends a region: its clerk reads, a resident files, and all is as before once it is resumed', async ({
  house,
  asStaff,
}) => {
  const clerk = await signIn(
    house,
    await newColleague(house, 'almaty', { role: 'clerk', agency: 'passenger-transport' }),
  )
  const { page, at } = await asStaff(house.operator)
  await page.goto(at('/platform/regions/almaty?lang=ru'))
  await page.getByRole('button', { name: say('ru', 'platform:suspend.send') }).click()
  await expect(page.getByRole('link', { name: say('ru', 'platform:error.reasonMissing') })).toBeVisible()
  await page.getByLabel(say('ru', 'platform:suspend.reason')).fill('Проверка по жалобе')
  await page.getByRole('button', { name: say('ru', 'platform:suspend.send') }).click()
  await expect(page.getByRole('heading', { name: say('ru', 'platform:suspend.is') })).toBeVisible()

  const saveView = () => clerk.send('/desk', { intent: 'add' })
  await expect.poll(async () => (await saveView()).status, { timeout: 15_000 }).toBe(423)
  const desk = await clerk.ask('/desk')
  expect([desk.status, desk.body.includes(say('ru', 'staff:standing.suspended'))]).toEqual([200, true])
  expect((await fileAppeal(house, 'almaty')).receipt.number).toBeTruthy()

  await page.getByRole('button', { name: say('ru', 'platform:suspend.resume') }).click()
  await expect(page.getByRole('heading', { name: say('ru', 'platform:suspend.title') })).toBeVisible()
  await expect.poll(async () => (await saveView()).status, { timeout: 15_000 }).not.toBe(423)
})

test('the operator makes an archive and a copy of it, which keeps silent', async ({ house, asStaff }) => {
  const { page, at } = await asStaff(house.operator)
  await page.goto(at('/platform/regions/shymkent?lang=ru'))
  await page.getByRole('button', { name: say('ru', 'archives:send') }).click()
  await expect(page.getByText(say('ru', 'archives:is.done'), { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByLabel(say('ru', 'archives:copy.slug')).fill('shymkent-copy')
  await page.getByRole('button', { name: say('ru', 'archives:copy.send') }).click()
  await page.getByRole('link', { name: 'shymkent-copy' }).click({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: say('ru', 'archives:muted.title') })).toBeVisible()
  await page.getByRole('button', { name: say('ru', 'archives:muted.send') }).click()
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByRole('heading', { name: say('ru', 'archives:muted.title') }).count()
      },
      { timeout: 30_000 },
    )
    .toBe(0)
})

test('the administrator takes the region’s data along, once', async ({ house, asStaff }) => {
  const admin = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const { page, at } = await asStaff(admin)
  await page.goto(at('/admin/data'))
  await page.getByLabel(say('ru', 'takeouts:ask.password')).fill(admin.password)
  await page.getByRole('button', { name: say('ru', 'takeouts:ask.send') }).click()
  const download = page.getByRole('button', { name: say('ru', 'takeouts:list.download') })
  await expect(download).toBeVisible({ timeout: 30_000 })
  await mailTo(house, admin.email, say('ru', 'takeouts:mail.subject'))
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
  expect(file.suggestedFilename()).toMatch(/^almaty-\d{4}-\d{2}-\d{2}\.zip$/)
  expect(await file.failure()).toBeNull()
  await page.reload()
  await expect(page.getByText(say('ru', 'takeouts:state.taken'), { exact: true })).toBeVisible()
  await expect(download).toHaveCount(0)
})
