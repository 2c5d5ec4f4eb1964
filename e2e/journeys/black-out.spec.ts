import { pixelOf, plainPhoto } from '#infra/testing/sample-files.ts'
import { anAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { addFile } from '../fixtures/files.ts'
import type { House } from '../fixtures/house.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const ru = (key: string, values?: Record<string, string>) => say('ru', `attachments:${key}`, values)
const place = (row: number) => `${ru('blackOut.area')} ${row}`

/** An appeal with a photo of 600 by 400 pixels, and a clerk who works on it. */
async function photoAtWork(house: House) {
  const filed = await fileAppeal(house, 'almaty', anAppeal('ru'))
  const { appealId } = filed.receipt
  const photo = await plainPhoto('jpeg', 600, 400)
  const fileId = await addFile(house, 'almaty', filed, 'двор.jpg', photo)
  await assignAppeal(house, 'almaty', appealId, 'passenger-transport')
  const clerk = await newColleague(house, 'almaty', { role: 'clerk', agency: 'passenger-transport' })
  return { ...filed, appealId, fileId, clerk }
}

test('a clerk draws places with the mouse and with keys, looks at the result and allows it to be published', async ({
  house,
  asStaff,
}) => {
  const { appealId, fileId, clerk } = await photoAtWork(house)
  const { page, at } = await asStaff(clerk)
  await page.goto(at(`/desk/appeals/${appealId}`))
  await expect(page.getByText(ru('safety.unscanned'))).toBeVisible()
  await page.getByRole('link', { name: `${ru('blackOut.link')} двор.jpg` }).click()

  const photo = page.getByRole('img', { name: ru('blackOut.photo', { name: 'двор.jpg' }) })
  await photo.scrollIntoViewIfNeeded()
  const box = await photo.boundingBox()
  if (!box) throw new Error('The photo is not to be seen')
  await page.mouse.move(box.x + box.width * 0.102, box.y + box.height * 0.202)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.298, box.y + box.height * 0.398)
  await page.mouse.up()
  const first = page.getByRole('group', { name: place(1), exact: true })
  await expect(first.getByLabel(ru('blackOut.left'))).toHaveValue('10')
  await expect(first.getByLabel(ru('blackOut.top'))).toHaveValue('20')
  await expect(first.getByLabel(ru('blackOut.width'))).toHaveValue('20')
  await expect(first.getByLabel(ru('blackOut.height'))).toHaveValue('20')

  // Added in the middle, 20 by 20; one to the right, two higher.
  await page.getByRole('button', { name: ru('blackOut.add') }).click()
  await expect(page.getByRole('button', { name: place(2), exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const second = page.getByRole('group', { name: place(2), exact: true })
  await expect(second.getByLabel(ru('blackOut.left'))).toHaveValue('41')
  await expect(second.getByLabel(ru('blackOut.height'))).toHaveValue('22')
  await page.getByRole('button', { name: ru('blackOut.add') }).click()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: ru('blackOut.send') }).click()

  const made = page.getByRole('region', { name: ru('blackOut.made') })
  await expect(made.getByText(ru('blackOut.withheld'))).toBeVisible()
  const href = (await made.getByRole('link', { name: ru('blackOut.open') }).getAttribute('href')) ?? ''
  const visitor = await signIn(house, clerk)
  const drawn = (await visitor.ask(href)).bytes
  for (const [x, y] of [
    [120, 120],
    [300, 200],
  ] as const) {
    for (const part of await pixelOf(drawn, x, y)) expect(part).toBeLessThan(12)
  }
  expect((await pixelOf(drawn, 30, 30))[0]).toBeGreaterThan(180)
  const original = (await visitor.ask(`/desk/appeals/${appealId}/files/${fileId}`)).bytes
  expect((await pixelOf(original, 120, 120))[0]).toBeGreaterThan(180)

  await made.getByRole('button', { name: ru('blackOut.publish') }).click()
  await expect(made.getByText(ru('blackOut.publishable'))).toBeVisible()
})

test('without a script numbers do it, and a wrong one is said at its field', async ({ house, asStaff }) => {
  const { appealId, fileId, clerk, resident } = await photoAtWork(house)
  const { page, at } = await asStaff(clerk, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(at(`/desk/appeals/${appealId}/files/${fileId}/black-out`))
  await expect(page.getByRole('button', { name: ru('blackOut.add') })).toBeHidden()
  const first = page.getByRole('group', { name: place(1), exact: true })
  for (const side of ['left', 'top', 'width']) await first.getByLabel(ru(`blackOut.${side}`)).fill('50')
  await page.getByRole('button', { name: ru('blackOut.send') }).click()
  await expect(page.getByRole('link', { name: ru('blackOut.error.number') })).toBeVisible()
  await expect(first.getByLabel(ru('blackOut.left'))).toHaveValue('50')
  await first.getByLabel(ru('blackOut.height')).fill('50')
  await page.getByRole('button', { name: ru('blackOut.send') }).click()
  const made = page.getByRole('region', { name: ru('blackOut.made') })
  await expect(made.getByText(ru('blackOut.withheld'))).toBeVisible()

  const href = (await made.getByRole('link', { name: ru('blackOut.open') }).getAttribute('href')) ?? ''
  const asPerson = href.replace('/desk/', '/ru/')
  expect((await resident.ask(asPerson)).status, 'the person is shown what they sent').toBe(404)
})
