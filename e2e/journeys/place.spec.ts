import type { BrowserContextOptions, Page } from '@playwright/test'
import { anAppeal, answersOf, questionPath, answerAll } from '../fixtures/appeals.ts'
import { hostOf, type House } from '../fixtures/house.ts'
import { visitorOf } from '../fixtures/http.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const almaty = hostOf('almaty')
const kk = (key: string) => say('kk', `drafts:place.${key}`)
const scripted: BrowserContextOptions = { javaScriptEnabled: true, permissions: ['geolocation'] }
const corner = { latitude: 43.2389491, longitude: 76.8897094 }

/** Somebody who has said what it is about and is asked where it is. */
async function atPlace(house: House, { page, at }: { page: Page; at: (path: string) => string }): Promise<void> {
  const visitor = visitorOf(house, almaty)
  await answerAll(visitor, 'kk', answersOf(anAppeal('kk')).slice(0, 3))
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: at('/') }))
  await page.context().addCookies(cookies)
  await page.goto(at(questionPath('kk', 'place')))
}

test('a telephone marks where it is; that is told in words, kept, and taken back', async ({ house, asResident }) => {
  const opened = await asResident(almaty, { ...scripted, geolocation: { ...corner, accuracy: 12.4 } })
  const { page, at } = opened
  await atPlace(house, opened)
  const remove = page.getByRole('button', { name: kk('remove') })
  await expect(remove).toBeHidden()
  await page.getByRole('button', { name: kk('here') }).click()
  await expect(page.getByRole('status')).toHaveText(`${kk('found')} 12`)
  await page.getByRole('button', { name: say('kk', 'drafts:question.next') }).click()

  await page.goto(at(questionPath('kk', 'place')))
  await expect(page.getByRole('status'), 'it is still there').toHaveText(kk('kept'))
  await expect(page.getByLabel(kk('lat'))).toHaveValue('43.23895')
  await expect(page.getByLabel(kk('lon'))).toHaveValue('76.88971')
  await remove.click()
  await expect(page.getByRole('status')).toHaveText(kk('removed'))
  await expect(page.getByRole('button', { name: kk('here') })).toBeFocused()
  await expect(page.getByLabel(kk('lat'))).toHaveValue('')
  await page.getByRole('button', { name: say('kk', 'drafts:question.next') }).click()
  await page.goto(at(questionPath('kk', 'place')))
  await expect(page.getByRole('status')).toHaveText('')
})

test('a place that is known to a street or two is not taken for a house', async ({ house, asResident }) => {
  const opened = await asResident(almaty, { ...scripted, geolocation: { ...corner, accuracy: 301 } })
  await atPlace(house, opened)
  const { page } = opened
  await page.getByRole('button', { name: kk('here') }).click()
  await expect(page.getByRole('status')).toHaveText(kk('coarse'))
  await page.getByText(kk('point')).click()
  await expect(page.getByLabel(kk('lat'))).toHaveValue('')
})

test('whoever does not let the browser say so is told what to do instead', async ({ house, asResident }) => {
  const opened = await asResident(almaty, { javaScriptEnabled: true, permissions: [] })
  await atPlace(house, opened)
  await opened.page.getByRole('button', { name: kk('here') }).click()
  await expect(opened.page.getByRole('status')).toHaveText(kk('denied'))
  await expect(opened.page.getByRole('button', { name: kk('here') })).toBeEnabled()
})

test('without a script the point is typed, and nothing is offered that would not work', async ({
  house,
  asResident,
}) => {
  const opened = await asResident(almaty)
  await atPlace(house, opened)
  const { page, at } = opened
  await expect(page.getByRole('button', { name: kk('here') })).toBeHidden()
  await page.getByText(kk('point')).click()
  await page.getByLabel(kk('lat')).fill('43,2389')
  await page.getByLabel(kk('lon')).fill('76,8897')
  await page.getByRole('button', { name: say('kk', 'drafts:question.next') }).click()
  await page.goto(at(questionPath('kk', 'place')))
  await expect(page.getByLabel(kk('lat'))).toHaveValue('43.2389')
})
