import type { Page } from '@playwright/test'
import { agencyId, rowsOf } from '../fixtures/database.ts'
import { colleagueReading, newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say, type LocaleCode } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const languages = ['Қазақша', 'Русский', 'English']

/** Writes the same words into a field of each language. */
async function writeInAll(page: Page, label: string, words: string): Promise<void> {
  for (const language of languages) await page.getByLabel(`${label} (${language})`).fill(words)
}

/** The day after today on the clocks of Kazakhstan, dd.MM.yyyy. */
function tomorrow(): string {
  const there = new Date(Date.now() + 5 * 3_600_000 + 86_400_000)
  return there.toISOString().slice(0, 10).split('-').toReversed().join('.')
}

for (const locale of ['kk', 'ru'] as const satisfies readonly LocaleCode[]) {
  const t = (key: string) => say(locale, key)

  test(`an administrator sets up a hall, renames an agency and takes a step back, in ${locale}`, async ({
    house,
    asStaff,
  }) => {
    const person = await colleagueReading(house, 'shymkent', locale, { role: 'regionAdmin' })
    const { page, at } = await asStaff(person, { javaScriptEnabled: false })
    const mark = unique()

    await page.goto(at('/desk'))
    await expect(page).toHaveURL(at('/admin'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('regions:admin.title'))

    // A hall, first with hours that end before they begin.
    await page
      .getByRole('link', { name: t('regions:admin.tab.halls'), exact: true })
      .first()
      .click()
    await page.getByRole('link', { name: t('halls:catalogue.add') }).click()
    await writeInAll(page, t('halls:form.names'), `Зал ${mark}`)
    await writeInAll(page, t('halls:catalogue.address'), `Абай 10, ${mark}`)
    await page.getByLabel(t('halls:day.1')).fill('18-9')
    await page.getByRole('button', { name: t('changes:act.add') }).click()
    await expect(page.getByRole('alert')).toContainText(t('halls:error.hours'))
    await page.getByLabel(t('halls:day.1')).fill('9-18.30')
    await page.getByRole('button', { name: t('changes:act.add') }).click()
    await expect(page.getByRole('status').filter({ hasText: t('changes:notice.saved') })).toBeVisible()

    // It is found, and given a desk.
    await page.getByLabel(t('changes:list.search'), { exact: true }).fill(mark)
    await page.getByRole('button', { name: t('changes:list.find') }).click()
    await page.getByRole('link', { name: `Зал ${mark}` }).click()
    await expect(page.getByLabel(t('halls:day.1'))).toHaveValue('09:00 – 18:30')
    await page.getByLabel(t('halls:desk.label')).fill('5А')
    await page.getByLabel(t('halls:desk.agency'), { exact: true }).selectOption({ index: 1 })
    await page.getByRole('button', { name: t('halls:desk.add') }).click()
    await expect(page.getByRole('rowheader', { name: '5А' })).toBeVisible()
    await page.getByText(t('changes:history.title'), { exact: true }).click()
    await expect(page.getByText(`${t('changes:history.desk')}: ${t('changes:verb.added')}`)).toBeVisible()

    // It is not retired before one says that its desk goes too; then all of it comes back at once.
    await page.getByRole('button', { name: t('changes:act.retire') }).click()
    await expect(page.getByRole('alert')).toContainText(t('halls:error.hasDesks'))
    await page.getByLabel(t('halls:retire.withDesks')).check()
    await page.getByRole('button', { name: t('changes:act.retire') }).click()
    await expect(page.getByRole('button', { name: t('changes:act.bringBack') })).toBeVisible()
    await page.getByRole('button', { name: t('changes:act.undo') }).click()
    await expect(page.getByRole('status').filter({ hasText: t('changes:notice.undone') })).toBeVisible()
    await expect(page.getByRole('button', { name: t('changes:act.retire') })).toBeVisible()

    // An agency is called otherwise from tomorrow on.
    const police = await agencyId(house, 'shymkent', 'police')
    await page.goto(at(`/admin/agencies/${police}`))
    const today = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByLabel(t('agencies:rename.from')).fill(tomorrow())
    await writeInAll(page, t('agencies:list.name'), `ІІД ${mark}`)
    await page.getByRole('button', { name: t('agencies:rename.send') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(today)
    await expect(page.getByRole('row', { name: mark })).toContainText(t('agencies:names.planned'))
    await page.getByRole('button', { name: t('agencies:names.drop') }).click()
    await expect(page.getByRole('row', { name: mark })).toHaveCount(0)

    // A category goes, and comes back.
    await page.goto(at('/admin/categories'))
    const first = page.getByRole('rowheader').getByRole('link').first()
    const category = await first.innerText()
    await first.click()
    await page.getByRole('button', { name: t('changes:act.retire') }).click()
    await page.getByRole('button', { name: t('changes:act.undo') }).click()
    await page.goto(at('/admin/categories'))
    await expect(page.getByRole('link', { name: category, exact: true })).toBeVisible()
  })
}

test('whoever is no administrator gets no further than the door, and nothing changes', async ({ house }) => {
  const dispatcher = await signIn(house, house.people.almaty.dispatcher)
  for (const path of ['/admin', '/admin/agencies', '/admin/halls/new', '/admin/staff', '/admin/changes/any']) {
    expect((await dispatcher.ask(path)).status, path).toBe(403)
  }
  const names = { nameKk: 'Бөтен', nameRu: 'Чужой', nameEn: 'Foreign', level: 'local' }
  const sent = await dispatcher.send('/admin/agencies/new', { submissionKey: crypto.randomUUID(), ...names })
  expect(sent.status).toBe(403)
  expect(await rowsOf(house, 'almaty', `select 1 from agency_name where name_kk = 'Бөтен'`)).toEqual([])
})

test('a colleague who is retired is signed out at once, and cannot come back', async ({ house }) => {
  const colleague = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const working = await signIn(house, colleague)
  expect((await working.ask('/desk')).status).toBe(200)
  const admin = await signIn(house, house.people.almaty.regionAdmin)
  const [row] = await rowsOf<{ id: string }>(house, 'almaty', 'select id from staff_member where full_name = $1', [
    colleague.name,
  ])
  const path = `/admin/staff/${row?.id}`
  const retire = { intent: 'retire', submissionKey: crypto.randomUUID(), version: '1' }
  expect((await admin.send(path, retire)).status).toBe(302)
  expect((await working.ask('/desk')).headers.location).toMatch(/^\/sign-in/)
  expect((await admin.ask(path)).body).toContain(say('kk', 'changes:act.bringBack'))
})

test('the slower of two administrators is told, and keeps the words', async ({ house }) => {
  const [one, other] = await Promise.all([
    signIn(house, house.people.almaty.regionAdmin),
    signIn(house, await newColleague(house, 'almaty', { role: 'regionAdmin' })),
  ])
  await other.send('/account', { locale: 'ru' })
  const added = await one.send('/admin/hotlines/new', {
    submissionKey: crypto.randomUUID(),
    kind: 'landline',
    number: `272 ${String(Date.now()).slice(-6)}`,
  })
  expect(added.status).toBe(302)
  const [hotline] = await rowsOf<{ id: string }>(house, 'almaty', 'select id from hotline order by id desc limit 1')
  const path = `/admin/hotlines/${hotline?.id}`
  const change = (number: string) => ({
    intent: 'change',
    submissionKey: crypto.randomUUID(),
    version: '1',
    kind: 'landline',
    number,
  })
  expect((await one.send(path, change('272 11 22'))).status).toBe(302)
  const slower = await other.send(path, change('272 33 44'))
  expect(slower.status).toBe(409)
  expect(slower.body).toContain(say('ru', 'common:change.stale'))
  expect(slower.body).toContain('value="272 33 44"')
  // The history beside the form says who was faster.
  expect(slower.body).toContain(house.people.almaty.regionAdmin.name)
})
