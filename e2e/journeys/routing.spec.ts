import { anAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyId, agencyName } from '../fixtures/database.ts'
import { colleagueReading } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const locale = 'kk'
const t = (key: string, values?: Record<string, string>) => say(locale, key, values)

test('an administrator writes a rule and tries it; a dispatcher sees why, chooses otherwise, and it is counted', async ({
  house,
  asStaff,
}) => {
  const word = `сирена${unique().replace(/[^a-z]/g, '')}`
  const [police, housing] = [
    await agencyName(house, 'shymkent', 'police', locale),
    await agencyId(house, 'shymkent', 'housing-utilities'),
  ]
  const people = []
  for (const role of ['regionAdmin', 'dispatcher'] as const) {
    const person = await colleagueReading(house, 'shymkent', locale, { role })
    people.push(await asStaff(person, { javaScriptEnabled: false }))
  }
  const [admin, dispatcher] = people
  if (!admin || !dispatcher) throw new Error('Two people work here')

  // A rule that would take everything is refused, and what was typed is kept.
  const { page } = admin
  await page.goto(admin.at('/admin/routing/new'))
  await page.getByLabel(t('routing:list.name'), { exact: true }).fill(`Ереже ${word}`)
  await page.getByLabel(t('routing:list.agency'), { exact: true }).selectOption({ label: police })
  await page.getByRole('button', { name: t('changes:act.add'), exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(t('routing:error.noCondition'))
  await page.getByLabel(t('routing:form.words'), { exact: true }).fill(word)
  await page.getByRole('button', { name: t('changes:act.add'), exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: t('changes:notice.saved') })).toBeVisible()

  // It takes a text that has its word, and says so.
  await page.getByRole('link', { name: t('routing:tabs.try'), exact: true }).click()
  await page.getByLabel(t('routing:try.text'), { exact: true }).fill(`Түнде ${word} тоқтамайды`)
  await page.getByRole('button', { name: t('routing:try.send'), exact: true }).click()
  await expect(page.getByText(t('routing:reason.ruleWord', { word }))).toBeVisible()
  await expect(page.getByText(police).first()).toBeVisible()

  // The dispatcher reads the same, and gives the appeal to another body.
  const form = anAppeal(locale, { text: `Біздің ауладағы ${word} түнімен тоқтамайды, ұйықтай алмаймыз` })
  const { appealId } = (await fileAppeal(house, 'shymkent', form)).receipt
  const desk = dispatcher.page
  await desk.goto(dispatcher.at(`/desk/appeals/${appealId}`))
  await expect(desk.getByText(t('routing:reason.ruleWord', { word }))).toBeVisible()
  await expect(desk.getByLabel(t('appeals:forward.agency'), { exact: true })).toHaveValue(
    await agencyId(house, 'shymkent', 'police'),
  )
  await desk.getByLabel(t('appeals:assign.agency'), { exact: true }).selectOption(housing)
  await desk.getByRole('button', { name: t('appeals:assign.send'), exact: true }).click()
  await desk.goto(dispatcher.at(`/desk/appeals/${appealId}`))
  await expect(desk.getByText(t('routing:reason.ruleWord', { word }))).toBeHidden()

  await page.goto(admin.at('/admin/routing/counts'))
  const row = page.getByRole('row').filter({ hasText: t('routing:source.rule') })
  await expect(row.filter({ hasText: t('routing:counts.of.agency') }).first()).toBeVisible()
  await expect(page.getByText(t('routing:model.trainedAt'))).toBeVisible()
})
