import { assignAppeal, anAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { hostOf } from '../fixtures/house.ts'
import { linkIn, mailTo } from '../fixtures/mails.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { signIn } from '../fixtures/people.ts'
import { expect } from '../fixtures/test.ts'
import { say, type LocaleCode } from '../fixtures/texts.ts'

// What is counted by a calendar is counted everywhere: a changed one would move the other tests' dates.
const { test } = testInOwnHouse()

const languages = ['Қазақша', 'Русский', 'English']

for (const [locale, region] of [
  ['kk', 'almaty'],
  ['ru', 'shymkent'],
] as const satisfies readonly (readonly [LocaleCode, string])[]) {
  const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

  test(`an administrator adds a day off, sees what it moves, applies it, and the person is told why, in ${locale}`, async ({
    house,
    asStaff,
    asResident,
  }) => {
    const { form, receipt } = await fileAppeal(house, region, anAppeal(locale))
    await assignAppeal(house, region, receipt.appealId, 'passenger-transport')
    const person = house.people[region].regionAdmin
    const visitor = await signIn(house, person)
    await visitor.send('/account', { locale })
    const { page, at } = await asStaff(person, { javaScriptEnabled: false })

    // The last day of the term becomes a day off: at first without a ground.
    await page.goto(at('/admin'))
    await page.getByRole('link', { name: t('regions:admin.tab.calendar'), exact: true }).click()
    await page.getByRole('link', { name: t('calendars:admin.addDay') }).click()
    await page.getByLabel(t('calendars:admin.day'), { exact: true }).fill(receipt.dueOn)
    for (const language of languages)
      await page.getByLabel(`${t('calendars:admin.name')} (${language})`).fill(`Санитарный день ${language}`)
    await page.getByRole('button', { name: t('calendars:form.add') }).click()
    await expect(page.getByRole('alert')).toContainText(t('calendars:error.sourceMissing'))
    await page.getByLabel(t('calendars:form.source')).fill('Бұйрық № 7')
    await page.getByRole('button', { name: t('calendars:form.add') }).click()

    // What it would move is shown, and nothing has moved yet.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('calendars:change.title'))
    const row = page.getByRole('row', { name: receipt.number })
    await expect(row).toContainText(receipt.dueOn)
    const moved = (await row.getByRole('cell').nth(1).innerText()).trim()
    expect(moved).toMatch(/^\d\d\.\d\d\.\d{4}$/)
    expect(moved).not.toBe(receipt.dueOn)
    const { page: phone, at: there } = await asResident(hostOf(region))
    await phone.goto(there(linkIn(await mailTo(house, form.email, receipt.number))))
    await expect(phone.getByRole('definition').filter({ hasText: receipt.dueOn })).toBeVisible()

    await page.getByRole('button', { name: t('calendars:change.apply') }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(t('calendars:state.applied'), { exact: true })).toBeVisible({ timeout: 1000 })
    }).toPass()

    // The letter says it, and its link leads to the new date with its reason.
    const letter = await mailTo(house, form.email, t('appeals:mail.postponed.subject', { number: receipt.number }))
    for (const words of [receipt.dueOn, moved, 'Санитарный день']) expect(letter.text).toContain(words)
    await phone.goto(there(linkIn(letter)))
    await expect(phone.getByRole('definition').filter({ hasText: moved })).toBeVisible()
    await expect(phone.getByText(t('appeals:life.deadlinePostponed'))).toBeVisible()
    await expect(phone.getByText(`${receipt.dueOn} → ${moved}`)).toBeVisible()
    await phone.getByText(t('appeals:deadline.summary'), { exact: true }).click()
    const counted = phone.getByRole('group').first().getByRole('listitem')
    await expect(counted.filter({ hasText: `${receipt.dueOn}: Санитарный день` })).toBeVisible()

    // Colleagues see the same on their page.
    const clerk = await asStaff(house.people[region].clerk)
    await clerk.page.goto(clerk.at(`/desk/appeals/${receipt.appealId}`))
    await expect(clerk.page.getByText(`${receipt.dueOn} → ${moved}`)).toBeVisible()

    // Taken back it is a change of its own.
    await page.getByRole('button', { name: t('calendars:change.takeBack') }).click()
    await expect(page.getByRole('row', { name: receipt.number })).toContainText(moved)
    await page.getByRole('button', { name: t('calendars:change.discard') }).click()
    await expect(page.getByRole('row', { name: t('calendars:state.discarded') })).toBeVisible()
  })
}

test('the operator shows a decree to the regions, sees how many appeals it moves, and applies it', async ({
  house,
  asStaff,
}) => {
  const { form, receipt } = await fileAppeal(house, 'almaty', anAppeal('ru'))
  const { page, at } = await asStaff(house.operator, { javaScriptEnabled: false })
  const t = (key: string, values?: Record<string, string>) => say('ru', key, values)
  await page.goto(at('/platform/calendar?lang=ru'))
  await page.getByRole('link', { name: t('calendars:admin.addDay') }).click()
  await page.getByLabel(t('calendars:admin.day'), { exact: true }).fill(receipt.dueOn)
  for (const language of languages)
    await page.getByLabel(`${t('calendars:admin.name')} (${language})`).fill(`Перенос ${language}`)
  await page.getByLabel(t('calendars:form.source')).fill('Постановление № 11')
  await page.getByRole('button', { name: t('calendars:form.add') }).click()
  await page.getByRole('button', { name: t('calendars:country.announce') }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table').getByText(t('calendars:country.ready'))).toHaveCount(2, { timeout: 1000 })
  }).toPass()
  const almaty = page.getByRole('row').nth(1)
  expect(Number(await almaty.getByRole('cell').nth(1).innerText())).toBeGreaterThan(0)
  // Numbers of appeals are a region's own: the platform sees how many.
  await expect(page.getByText(receipt.number)).toHaveCount(0)

  await page.getByRole('button', { name: t('calendars:change.apply') }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table').getByText(t('calendars:country.isApplied'))).toHaveCount(2, { timeout: 1000 })
  }).toPass()
  const letter = await mailTo(house, form.email, t('appeals:mail.postponed.subject', { number: receipt.number }))
  expect(letter.text).toContain('Перенос Русский')
})
