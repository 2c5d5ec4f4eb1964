import { anAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const ru = (key: string, values?: Record<string, string>) => say('ru', key, values)
const transport = 'passenger-transport' as const

test('a list is put in order, given its columns, kept under a name and shared with colleagues, without scripts', async ({
  house,
  asStaff,
}) => {
  const name = `Список ${unique()}`
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }), {
    javaScriptEnabled: false,
  })
  const filed = await fileAppeal(house, 'almaty', anAppeal('ru'))
  await page.goto(at('/desk?view=open'))
  await page.getByText(ru('worklists:filters.summary'), { exact: true }).click()
  await page.getByLabel(ru('worklists:sort.label')).selectOption(ru('worklists:sort.number.down'))
  await page.getByRole('checkbox', { name: ru('appeals:worklist.applicant') }).uncheck()
  await page.getByRole('checkbox', { name: ru('worklists:column.received') }).check()
  await page.getByRole('button', { name: ru('appeals:worklist.apply') }).click()
  await expect(page.getByRole('columnheader', { name: ru('worklists:column.received') })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: ru('appeals:worklist.applicant') })).toHaveCount(0)
  await expect(page.getByRole('columnheader', { name: ru('appeals:worklist.number') })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(page.getByRole('row').filter({ hasText: filed.receipt.number })).toBeVisible()

  await page.getByText(ru('worklists:saved.manage'), { exact: true }).click()
  await page.getByLabel(ru('worklists:saved.newName')).fill(name)
  await page.getByLabel(ru('worklists:saved.share')).check()
  await page.getByRole('button', { name: ru('worklists:saved.save'), exact: true }).click()
  await expect(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')

  await assignAppeal(house, 'almaty', filed.receipt.appealId, transport)
  const colleague = await asStaff(await newColleague(house, 'almaty', { role: 'clerk', agency: transport }))
  await colleague.page.goto(colleague.at('/desk'))
  await colleague.page.getByRole('link', { name }).click()
  await expect(colleague.page.getByRole('columnheader', { name: ru('appeals:worklist.number') })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await colleague.page.getByText(ru('worklists:saved.manage'), { exact: true }).click()
  await expect(
    colleague.page.getByRole('button', { name: ru('worklists:saved.remove') }),
    'who did not share it cannot remove it',
  ).toHaveCount(0)

  await page.getByText(ru('worklists:saved.manage'), { exact: true }).click()
  await page.getByRole('button', { name: ru('worklists:saved.remove') }).click()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('several appeals are answered from one template, and what cannot be sent is told row by row', async ({
  house,
  asStaff,
}) => {
  const word = unique()
  const kazakh = await fileAppeal(house, 'almaty', anAppeal('kk', { text: `Бірінші ${word} өтініш` }))
  const russian = await fileAppeal(house, 'almaty', anAppeal('ru', { text: `Второе ${word} письмо` }))
  for (const { receipt } of [kazakh, russian]) await assignAppeal(house, 'almaty', receipt.appealId, transport)
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'clerk', agency: transport }))
  await page.goto(at(`/desk?view=todo&q=${word}`))
  for (const box of await page.getByRole('checkbox', { name: /^\d\d-/ }).all()) await box.check()
  const template = page.getByLabel(ru('worklists:answers.choose'))
  await template.selectOption({ index: 1 })
  const chosen = await template.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.lang)
  await page.getByRole('button', { name: ru('worklists:answers.begin') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ru('worklists:answers.title'))
  await page.getByRole('button', { name: ru('worklists:answers.send') }).click()
  await expect(page.getByRole('alert')).toContainText(ru('appeals:error.outcomeMissing'))

  await page.getByRole('radio', { name: ru('appeals:outcome.satisfied'), exact: true }).check()
  await page.getByLabel(ru('worklists:answers.similar')).check()
  const words = {
    kk: ['автобус кестесі қайта қаралды', 'Кодекстің 76-бабы'],
    ru: ['расписание пересмотрено', 'статья 76 Кодекса'],
  }
  const [measures = '', norm = ''] = words[chosen === 'ru' ? 'ru' : 'kk']
  for (const box of await page.getByRole('textbox').all())
    await box.fill((await box.getAttribute('name')) === 'norm' ? norm : `${measures} ${word}`)
  await page.getByRole('button', { name: ru('worklists:answers.send') }).click()
  const rowOf = (number: string) => page.getByRole('row').filter({ hasText: number })
  const [fits, other] = chosen === 'ru' ? [russian, kazakh] : [kazakh, russian]
  await expect(rowOf(fits.receipt.number)).toContainText(ru('worklists:answers.sent'))
  await expect(rowOf(other.receipt.number)).toContainText(ru('worklists:error.otherLanguage'))
})

test('a list that is left open tells what is new in it, and moves no row until asked', async ({ house, asStaff }) => {
  const word = unique()
  await fileAppeal(house, 'almaty', anAppeal('ru', { text: `Первое ${word} письмо` }))
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  await page.clock.install()
  await page.goto(at(`/desk?view=all&q=${word}`))
  const rows = page.getByRole('row').filter({ hasText: word })
  await expect(rows).toHaveCount(1)
  const second = await fileAppeal(house, 'almaty', anAppeal('ru', { text: `Второе ${word} письмо` }))
  await page.clock.fastForward(30_000)
  await expect(page.getByText(ru('worklists:news.count', { number: '1' }))).toBeVisible()
  await expect(rows, 'nothing has moved').toHaveCount(1)
  await page.getByRole('link', { name: ru('worklists:news.show') }).click()
  await expect(rows).toHaveCount(2)
  await expect(page.getByRole('link', { name: second.receipt.number })).toBeVisible()
})

test('a list is taken along as a file, with its words marked on the page and no markup of theirs alive', async ({
  house,
  asStaff,
}) => {
  const word = unique()
  const { receipt } = await fileAppeal(house, 'almaty', anAppeal('ru', { text: `Слово <i>${word}</i> в письме` }))
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const { page, at } = await asStaff(person)
  await page.goto(at(`/desk?view=all&q=${word}`))
  await expect(page.locator('mark')).toHaveText(word)
  await expect(page.getByText(`Слово <i>${word}</i> в письме`)).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: ru('worklists:export.xlsx') }).click()
  expect((await saved).suggestedFilename()).toMatch(/^appeals-\d{4}-\d\d-\d\d\.xlsx$/)
  const visitor = await signIn(house, person)
  const csv = await visitor.ask(`/desk/appeals.csv?view=all&q=${word}`)
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(2)
  expect(csv.body).toContain(receipt.number)
})
