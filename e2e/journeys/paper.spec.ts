import { readFile } from 'node:fs/promises'
import { BlobReader, ZipReader } from '@zip.js/zip.js'
import { anAnswer, answerAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { aRegister } from '../fixtures/registers.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const t = (key: string, values?: Record<string, string>) => say('kk', key, values)

test('a dispatcher takes everything of an appeal in one file, and the journal says so', async ({ house, asStaff }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  await answerAppeal(house, 'almaty', receipt.appealId, anAnswer(`Жарық қосылды ${unique()}`))
  const { page, at } = await asStaff(house.people.almaty.dispatcher)
  await page.goto(at(`/desk/appeals/${receipt.appealId}`))
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: t('bundles:panel.download') }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe(`appeal-${receipt.number}.zip`)
  const content = await readFile(await download.path())
  const zip = new ZipReader(new BlobReader(new Blob([new Uint8Array(content)])))
  const names = (await zip.getEntries()).map(({ filename }) => filename)
  await zip.close()
  expect(names).toContain(`journal-${receipt.number}.pdf`)
  expect(names).toContain('manifest.json')
  const taken = await rowsOf<{ actor: string }>(
    house,
    'almaty',
    `select actor_id as actor from journal where event = 'appeal.bundled' and subject_id = $1`,
    [receipt.appealId],
  )
  expect(taken).toHaveLength(1)
})

test('a dispatcher has a register looked at, applies it, and finds its appeals in the one that is given out', async ({
  house,
  asStaff,
}) => {
  const ref = `ЖТ-2026-${unique().toUpperCase()}`
  const { page, at } = await asStaff(house.people.almaty.dispatcher)
  await page.goto(at('/desk'))
  await page.getByRole('link', { name: t('staff:nav.registers') }).click()
  await page
    .getByLabel(t('registers:take.file'))
    .setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: aRegister([ref, 'нет']) })
  await page.getByRole('button', { name: t('registers:take.send') }).click()
  await expect(page.getByText(t('registers:state.checked'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText(t('registers:problem.refShape'))
  await page.getByRole('button', { name: t('registers:import.apply') }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(t('registers:state.done'), { exact: true })).toBeVisible({ timeout: 100 })
  }).toPass()

  await page.goto(at('/desk/registers'))
  await page.getByLabel(t('registers:give.format')).selectOption('csv')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: t('registers:give.send') }).click()
  const given = await readFile(await (await coming).path(), 'utf8')
  expect(given.split('\r\n').filter((line) => line.startsWith(`${ref};`))).toHaveLength(1)
})
