import { anAnswer, answerAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { expect } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

// Counts are compared, so nobody else may file here meanwhile.
const { test } = testInOwnHouse()

test('the overseer comes in at the front door and sees within two seconds what two regions did', async ({
  house,
  asStaff,
}) => {
  const { page, at } = await asStaff(house.overseer)
  await page.goto(at('/'))
  await expect(page).toHaveURL(at('/oversight'))
  await page.goto(at('/oversight?lang=ru'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'oversight:title'))
  await expect(page.getByText(say('ru', 'oversight:table.notConnected'))).toContainText('Город Астана')

  for (const region of ['almaty', 'shymkent', 'shymkent'] as const) await fileAppeal(house, region)
  const { appealId } = (await fileAppeal(house, 'almaty')).receipt
  await assignAppeal(house, 'almaty', appealId, 'passenger-transport')
  await answerAppeal(house, 'almaty', appealId, anAnswer('Жарық қосылды'))

  const cells = (region: string) => page.getByRole('row').filter({ hasText: region }).getByRole('cell')
  await expect(async () => {
    await page.reload()
    // Received, open, answered; of one answer nothing more is told.
    await expect(cells('Город Алматы').nth(2)).toHaveText('1', { timeout: 1 })
  }).toPass({ timeout: 2_000 })
  await expect(cells('Город Алматы')).toContainText(['2', '1', '1', '<5', '<5'])
  await expect(cells('Город Шымкент')).toContainText(['2', '2', '0', '–', '–'])

  await page.getByRole('link', { name: say('ru', 'oversight:figure.answered'), exact: true }).click()
  await expect(page.getByRole('table').first().getByRole('rowheader').first()).toHaveText('Город Алматы')
  await page.getByRole('rowheader', { name: 'Город Шымкент' }).getByRole('link').click()
  await expect(page).toHaveURL(/region=shymkent/)

  await page.getByRole('link', { name: say('ru', 'oversight:period.year') }).click()
  await page
    .getByRole('navigation', { name: say('ru', 'common:languages') })
    .getByRole('link', { name: 'English' })
    .click()
  await expect(page, 'what was chosen stays chosen in another language').toHaveURL(/period=year.*region=shymkent/)
  await expect(page.getByRole('link', { name: say('en', 'oversight:period.year') })).toHaveAttribute('aria-current')
  await page.goto(at('/oversight?lang=ru'))

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('ru', 'oversight:table.download') }).click()
  expect((await download).suggestedFilename()).toBe('figures.csv')

  for (const path of ['/platform/regions', '/desk', '/desk/appeals/none', `/desk/appeals/${appealId}`]) {
    const reply = await page.goto(at(path))
    expect(reply?.status(), path).toBe(path === '/platform/regions' ? 403 : 404)
  }
})
