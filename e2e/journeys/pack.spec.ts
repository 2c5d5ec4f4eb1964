import { rowsOf } from '../fixtures/database.ts'
import { colleagueReading } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const t = (key: string) => say('kk', key)

test('an administrator takes the pack as a file, and from a newer one what is wanted', async ({ house, asStaff }) => {
  // As if the region had been made before its pack knew these words.
  await rowsOf(house, 'shymkent', `update district set words = 'ескі' where slug = 'turan'`)
  await rowsOf(
    house,
    'shymkent',
    `update pack_base set contents = jsonb_set(contents, '{districts,4,words}', '"ескі"')`,
  )
  const person = await colleagueReading(house, 'shymkent', 'kk', { role: 'regionAdmin' })
  const { page, at } = await asStaff(person, { javaScriptEnabled: false })

  await page.goto(at('/admin/pack'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('packs:page.title'))
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: t('packs:page.download') }).click()
  expect((await download).suggestedFilename()).toMatch(/^pack-shymkent-\d{4}-\d\d-\d\d\.json$/)

  await page.getByRole('link', { name: t('packs:compare.link') }).click()
  const panel = page.locator('.panel').filter({ has: page.getByRole('heading', { name: /Тұран ауданы/ }) })
  await expect(panel).toContainText('ескі')
  await expect(panel).toContainText('тұран, туран')

  // Nothing ticked is told at the field.
  await page.getByRole('button', { name: t('packs:compare.take') }).click()
  await expect(page.getByRole('alert')).toContainText(t('packs:error.nothingChosen'))

  await panel.getByRole('checkbox').check()
  await page.getByRole('button', { name: t('packs:compare.take') }).click()
  await expect(page.getByRole('status').filter({ hasText: t('changes:notice.saved') })).toBeVisible()
  await expect(page.getByRole('heading', { name: /Тұран ауданы/ })).toHaveCount(0)
  const [row] = await rowsOf<{ words: string }>(house, 'shymkent', `select words from district where slug = 'turan'`)
  expect(row?.words).toBe('тұран, туран')

  await page.getByRole('button', { name: t('changes:act.undo') }).click()
  await page.goto(at('/admin/pack/compare'))
  await expect(page.getByRole('heading', { name: /Тұран ауданы/ })).toHaveCount(1)
})
