import { anAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyId, agencyName } from '../fixtures/database.ts'
import { colleagueReading, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const t = (key: string, values?: Record<string, string>) => say('kk', key, values)

// The other region: every test of the first one counts on what is usual there.
const region = 'shymkent'
const transport = 'passenger-transport' as const

test('an administrator lets the receptionist assign appeals, and takes it back, in Kazakh', async ({
  house,
  asStaff,
}) => {
  const admin = await asStaff(await colleagueReading(house, region, 'kk', { role: 'regionAdmin' }), {
    javaScriptEnabled: false,
  })
  const desk = await asStaff(await colleagueReading(house, region, 'kk', { role: 'receptionist' }), {
    javaScriptEnabled: false,
  })
  const { receipt } = await fileAppeal(house, region, anAppeal('kk'))
  const { page } = admin
  const appeal = desk.at(`/desk/appeals/${receipt.appealId}`)
  expect((await desk.page.goto(appeal))?.status()).toBe(404)

  // The page is found by its name; the permission comes with what it needs.
  await page.goto(admin.at('/admin/search?q=рөлдер'))
  await page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link', { name: t('roles:title') })
    .last()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('roles:title'))
  await page
    .getByRole('link', { name: t('staff:role.receptionist') })
    .first()
    .click()
  const assign = page.getByLabel(t('roles:permission.appeals.assign'), { exact: true })
  const readAll = page.getByLabel(t('roles:permission.appeals.readAll'), { exact: true })
  const save = page.getByRole('button', { name: t('changes:act.save') })
  await assign.check()
  await save.click()
  await expect(page.getByRole('status')).toContainText(t('changes:notice.saved'))
  await expect(readAll).toBeChecked()

  // The receptionist, who was signed in all the time, assigns.
  await desk.page.goto(desk.at('/desk'))
  await expect(desk.page.getByRole('link', { name: receipt.number })).toBeVisible()
  await desk.page.goto(appeal)
  await desk.page.getByLabel(t('appeals:assign.agency')).selectOption(await agencyName(house, region, transport, 'kk'))
  await desk.page.getByRole('button', { name: t('appeals:assign.send') }).click()
  await expect(desk.page.getByText(t('appeals:done.assigned'))).toBeVisible()

  // What something stands on is not taken from under it, and the ticks stay as they were set.
  await readAll.uncheck()
  await save.click()
  await expect(page.getByRole('alert')).toContainText(t('roles:permission.appeals.assign'))
  await expect(assign).toBeChecked()
  await expect(readAll).not.toBeChecked()

  await page.getByText(t('changes:history.title'), { exact: true }).click()
  await page
    .getByRole('link', { name: t('changes:history.look') })
    .first()
    .click()
  await expect(page.getByRole('main')).toContainText(t('roles:permission.appeals.assign'))
  await page.getByRole('button', { name: t('changes:act.undo') }).click()
  await expect(page.getByRole('status')).toContainText(t('changes:notice.undone'))
  await expect(assign).not.toBeChecked()
  expect((await desk.page.goto(appeal))?.status()).toBe(404)
})

test('an administrator sees as a clerk, reads no appeal, and every button refuses', async ({ house, asStaff }) => {
  const person = await colleagueReading(house, region, 'kk', { role: 'regionAdmin' })
  const { page, at } = await asStaff(person, { javaScriptEnabled: false })
  const { receipt } = await fileAppeal(house, region, anAppeal('kk'))
  await page.goto(at('/admin/roles/clerk'))
  const look = page.getByRole('button', { name: t('roles:see.begin') })
  await look.click()
  await expect(page.getByRole('alert')).toContainText(t('roles:error.agencyMissing'))
  await page.getByLabel(t('roles:see.agency'), { exact: true }).selectOption(await agencyId(house, region, transport))
  await look.click()

  await expect(page).toHaveURL(at('/desk'))
  const bar = page.getByRole('region', { name: t('roles:seeing.title') })
  await expect(bar).toContainText(t('staff:role.clerk'))
  await expect(page.getByRole('link', { name: receipt.number })).toHaveCount(0)
  expect((await page.goto(at('/admin')))?.status()).toBe(403)
  expect((await page.goto(at(`/desk/appeals/${receipt.appealId}`)))?.status()).toBe(404)
  expect((await page.goto(at('/desk/appeals.csv')))?.status()).toBe(409)

  // A form of the list refuses, and says why.
  await page.goto(at('/desk'))
  await page.getByText(t('worklists:saved.manage'), { exact: true }).click()
  await page.getByLabel(t('worklists:saved.newName')).fill('Үлгі')
  await page.getByRole('button', { name: t('worklists:saved.save') }).click()
  await expect(page.getByText(t('common:error.seeing')).first()).toBeVisible()

  await page.goto(at('/desk'))
  await bar.getByRole('button', { name: t('roles:seeing.end') }).click()
  await expect(page).toHaveURL(at('/admin/roles/clerk'))
  await expect(bar).toHaveCount(0)
})

test('whoever only looks can send nothing from anywhere', async ({ house }) => {
  const admin = await signIn(house, await colleagueReading(house, region, 'kk', { role: 'regionAdmin' }))
  const agency = await agencyId(house, region, transport)
  const { receipt } = await fileAppeal(house, region, anAppeal('kk'))
  expect((await admin.send('/admin/roles/clerk', { intent: 'see', agencyId: agency })).status).toBe(302)
  const forms: readonly (readonly [path: string, fields: Record<string, string>])[] = [
    ['/desk', { intent: 'save', name: 'Үлгі', list: 'view=open' }],
    [`/desk/appeals/${receipt.appealId}`, { intent: 'note', text: 'Үлгі' }],
    ['/desk/registrations/new', { text: 'Үлгі' }],
    ['/admin/hotlines/new', { submissionKey: crypto.randomUUID(), kind: 'short', number: '1498' }],
    ['/admin/roles/receptionist', { intent: 'save', permissions: 'appeals.assign' }],
  ]
  for (const [path, fields] of forms) expect((await admin.send(path, fields)).status, path).toBeGreaterThanOrEqual(400)
  expect((await admin.send('/desk', { intent: 'save', name: 'Үлгі', list: 'view=open' })).body).toContain(
    t('common:error.seeing'),
  )
  expect((await admin.send('/account/see-as', {})).status).toBe(302)
  expect((await admin.ask('/admin')).status).toBe(200)
  admin.close()
})
