import { anAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { newColleague } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

test('a clerk who writes Russian answers a Kazakh appeal with a colleague’s translation; of two colleagues one is told', async ({
  house,
  asStaff,
}) => {
  const t = (key: string, values?: Record<string, string>) => say('ru', key, values)
  const { receipt, resident } = await fileAppeal(house, 'almaty', anAppeal('kk'))
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  const desk = `/desk/appeals/${receipt.appealId}`
  const mark = unique()
  const russian = `Автобус снова ходит по расписанию, водителю объявлено замечание. Основание: статья 76 АППК. ${mark}`
  const kazakh = `Автобус қайтадан кестемен жүреді, жүргізушіге ескерту жасалды. Негізі: ӘРПК 76-бабы. ${mark}`

  // The gate stops a Russian answer, and leads to the way out.
  const clerk = await asStaff(await newColleague(house, 'almaty', { role: 'clerk', agency: 'passenger-transport' }))
  const { page } = clerk
  await page.goto(clerk.at(desk))
  const text = page.getByLabel(t('appeals:reply.text'))
  await text.fill(russian)
  await page.getByRole('radio', { name: t('appeals:outcome.satisfied'), exact: true }).check()
  await page.getByRole('button', { name: t('appeals:reply.send') }).click()
  await expect(page.getByRole('alert')).toContainText(t('letters:error.language', { language: 'Қазақша' }))
  await page.getByLabel(t('translations:draft.from')).selectOption({ label: 'Русский' })
  await page.getByRole('button', { name: t('translations:draft.send'), exact: true }).click()
  await expect(page.getByText(t('appeals:done.translationAsked'))).toBeVisible()
  await expect(text, 'what was typed is saved').toHaveValue(russian)

  // Two colleagues write at once; one hands over, the other learns it and keeps the words.
  const first = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  const winner = await newColleague(house, 'almaty', { role: 'agencyHead', agency: 'passenger-transport' })
  const second = await asStaff(winner, { javaScriptEnabled: false })
  for (const colleague of [first, second]) {
    await colleague.page.goto(colleague.at(desk))
    await expect(colleague.page.getByText(russian)).toHaveAttribute('lang', 'ru')
    await expect(colleague.page.getByText(t('translations:panel.hint'))).toBeVisible()
  }
  const field = { name: t('translations:finish.text') }
  await second.page.getByRole('textbox', field).fill(kazakh)
  await second.page.getByRole('button', { name: t('translations:finish.send') }).click()
  await expect(second.page.getByText(t('appeals:done.translationFinished'))).toBeVisible()
  await first.page.getByRole('textbox', field).fill(`Басқаша ${mark}`)
  const answered = first.page.waitForResponse((response) => response.request().method() === 'POST')
  await first.page.getByRole('button', { name: t('translations:finish.send') }).click()
  expect((await answered).status()).toBe(409)
  await expect(first.page.getByRole('alert')).toContainText(winner.name)
  await expect(first.page.getByRole('main')).toContainText(`Басқаша ${mark}`)

  // The clerk begins the answer with it; the original stays beside it, and the gate is content.
  await page.goto(clerk.at(desk))
  await page.getByRole('button', { name: t('translations:draft.take') }).click()
  await expect(text).toHaveValue(kazakh)
  await expect(page.getByText(russian)).toHaveAttribute('lang', 'ru')
  expect((await resident.ask(`/kk/appeals/${receipt.appealId}`)).body, 'nothing goes out by itself').not.toContain(mark)
  await page.getByRole('button', { name: t('appeals:reply.send') }).click()
  await expect(page.getByText(t('appeals:done.submitted'))).toBeVisible()
})
