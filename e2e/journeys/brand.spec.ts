import { axeProblems } from '../a11y/checks/axe.ts'
import { colleagueReading, signIn } from '../fixtures/people.ts'
import { hostOf } from '../fixtures/house.ts'
import { plainPhoto } from '#infra/testing/sample-files.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const t = (key: string, values?: Record<string, string>) => say('kk', key, values)

test('an administrator gives the region its face and its words, in Kazakh', async ({ house, asStaff, asResident }) => {
  const person = await colleagueReading(house, 'shymkent', 'kk', { role: 'regionAdmin' })
  const { page, at } = await asStaff(person, { javaScriptEnabled: false })
  const { page: portal, at: there } = await asResident(hostOf('shymkent'))
  const mark = unique()
  const saved = page.getByRole('status').filter({ hasText: t('changes:notice.saved') })

  // The page is found by what is on it, without Kazakh letters.
  await page.goto(at('/admin'))
  await page.getByLabel(t('regions:find.label'), { exact: true }).fill('негизги тус')
  await page.getByRole('button', { name: t('regions:find.button') }).click()
  await page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link', { name: t('regions:admin.tab.region') })
    .last()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('regions:brand.title'))

  // A colour that cannot be read, with the name that was typed kept; then the one that was suggested.
  const centre = page.getByLabel(`${t('regions:brand.centre')} (Қазақша)`)
  const colour = page.getByLabel(t('regions:brand.colour'), { exact: true })
  const former = { centre: await centre.inputValue(), colour: await colour.inputValue() }
  await centre.fill(`Орталық ${mark}`)
  await colour.fill('#d98a2b')
  await page
    .getByRole('button', { name: t('changes:act.save') })
    .first()
    .click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('#')
  await expect(centre).toHaveValue(`Орталық ${mark}`)
  const shade = /#[0-9a-f]{6}(?!.*#)/.exec(await alert.innerText())?.[0] ?? ''
  await colour.fill(shade)
  await page
    .getByRole('button', { name: t('changes:act.save') })
    .first()
    .click()
  await expect(saved).toBeVisible()
  await portal.goto(there('/kk'))
  await expect(portal.getByRole('banner')).toContainText(`Орталық ${mark}`)

  // An emblem: no picture first, then one; the portal shows it.
  const file = page.getByLabel(t('regions:brand.emblemFile'))
  const upload = page.getByRole('button', { name: t('regions:brand.emblemSend') })
  await file.setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<p>бұл сурет емес</p>') })
  await upload.click()
  await expect(page.getByRole('alert')).toContainText(t('regions:error.emblemKind'))
  await file.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: await plainPhoto('png', 200, 200) })
  await upload.click()
  await expect(saved).toBeVisible()
  await portal.goto(there('/kk'))
  const picture = portal.getByRole('banner').locator('img')
  const address = (await picture.getAttribute('src')) ?? ''
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192)
  const admin = await signIn(house, person)
  const letter = await admin.ask('/admin/region/letterhead.pdf?language=kk')
  expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf'])
  const shown = await admin.ask(address)
  expect(shown.headers['cache-control']).toContain('immutable')
  admin.close()

  // One text in the region's own words: a lost value is refused, a preview is read, a resident reads it at last.
  await page.goto(at('/admin/texts'))
  await page.getByLabel(t('wordings:list.search'), { exact: true }).fill('track.numberHint')
  await page.getByRole('button', { name: t('changes:list.find') }).click()
  await page.getByRole('rowheader').getByRole('link').click()
  const words = page.getByLabel(t('wordings:edit.own'), { exact: true }).first()
  await words.fill(`Талондағы нөмір ${mark}`)
  const save = page.getByRole('button', { name: `${t('wordings:edit.save')} Қазақша` })
  await save.click()
  await expect(page.getByRole('alert')).toContainText(t('wordings:error.lost', { what: '{{example}}' }))
  await words.fill(`Талондағы нөмір ${mark}: {{example}}`)
  await page.getByRole('button', { name: `${t('wordings:edit.preview')} Қазақша` }).click()
  await expect(page.getByRole('status')).toContainText(`Талондағы нөмір ${mark}: 75-26-000123`)
  await save.click()
  await expect(saved).toBeVisible()
  await portal.goto(there('/kk/track'))
  await expect(portal.getByText(`Талондағы нөмір ${mark}`)).toBeVisible()
  await page.getByRole('button', { name: `${t('wordings:edit.reset')} Қазақша` }).click()
  await expect(saved).toBeVisible()
  await portal.goto(there('/kk/track'))
  await expect(portal.getByText(`Талондағы нөмір ${mark}`)).toHaveCount(0)

  // The centre's name goes back; other regions never saw it.
  await page.goto(at('/admin/region'))
  await centre.fill(former.centre)
  await colour.fill(former.colour)
  await page
    .getByRole('button', { name: t('changes:act.save') })
    .first()
    .click()
  await page.getByRole('button', { name: t('regions:brand.emblemDrop') }).click()
  await expect(page.getByText(t('regions:brand.emblemNone'))).toBeVisible()
  await page.getByRole('button', { name: t('changes:act.undo') }).click()
  await expect(page.getByText(t('regions:brand.emblemOwn'))).toBeVisible()
})

test('axe finds nothing on the pages of face and words, refused and looked at', async ({ house, asStaff }) => {
  const person = await colleagueReading(house, 'shymkent', 'kk', { role: 'regionAdmin' })
  const { page, at } = await asStaff(person)
  await page.goto(at('/admin/region'))
  await page.getByLabel(t('regions:brand.colour'), { exact: true }).fill('#d98a2b')
  await page
    .getByRole('button', { name: t('changes:act.save') })
    .first()
    .click()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await axeProblems(page)).toEqual([])
  await page.goto(at('/admin/texts/appeals:mail.receipt.subject'))
  await page.getByRole('button', { name: `${t('wordings:edit.preview')} Қазақша` }).click()
  await expect(page.getByRole('status')).toBeVisible()
  expect(await axeProblems(page)).toEqual([])
  await page.goto(at('/admin/search?q=зал'))
  expect(await axeProblems(page)).toEqual([])
})

test('the face of a region is no business of a dispatcher', async ({ house }) => {
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  for (const path of ['/admin/region', '/admin/region/letterhead.pdf', '/admin/texts', '/admin/search?q=1'])
    expect((await dispatcher.ask(path)).status, path).toBe(403)
  dispatcher.close()
})
