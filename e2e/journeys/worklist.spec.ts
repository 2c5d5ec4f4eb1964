import { anAnswer, anAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { agencyName } from '../fixtures/database.ts'
import { newColleague } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'
import { unique } from '../fixtures/unique.ts'

const ru = (key: string, values?: Record<string, string>) => say('ru', key, values)
const transport = 'passenger-transport' as const

test('a word without Kazakh letters finds the appeal, and the next one comes after it is assigned', async ({
  house,
  asStaff,
}) => {
  const word = unique()
  const text = `Үйдің төбесінен су ағып тұр, ${word}`
  const first = await fileAppeal(house, 'almaty', anAppeal('kk', { text }))
  const second = await fileAppeal(house, 'almaty', anAppeal('kk', { text: `${text} тағы` }))
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }), {
    javaScriptEnabled: false,
  })
  await page.goto(at('/desk'))
  await page.getByLabel(ru('appeals:worklist.searchLabel')).fill(`тобесинен ${word}`)
  await page.getByRole('button', { name: ru('appeals:worklist.find') }).click()
  const rows = page.getByRole('row').filter({ hasText: word })
  await expect(rows).toHaveCount(2)

  // Opened from the list, assigned, and on to the next of the same list.
  await page.getByRole('link', { name: first.receipt.number }).click()
  const agency = await agencyName(house, 'almaty', transport, 'ru')
  await page.getByLabel(ru('appeals:assign.agency')).selectOption(agency)
  await page.getByRole('button', { name: ru('appeals:assign.send') }).click()
  await expect(page.getByText(ru('appeals:done.assigned'))).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second.receipt.number)
  await page.getByRole('link', { name: ru('appeals:desk.back') }).click()
  await expect(page.getByLabel(ru('appeals:worklist.searchLabel'))).toHaveValue(`тобесинен ${word}`)
  await expect(rows).toHaveCount(2)

  // Narrowed by state, and the filter taken off again.
  await page.getByText(ru('worklists:filters.summary'), { exact: true }).click()
  await page.getByRole('combobox', { name: ru('appeals:worklist.status') }).selectOption(ru('appeals:status.assigned'))
  await page.getByRole('button', { name: ru('appeals:worklist.apply') }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('link', { name: ru('appeals:status.assigned') }).click()
  await expect(rows).toHaveCount(2)

  await page.goto(at(`/desk?q=${word}yyy`))
  await expect(page.getByText(ru('appeals:worklist.nothingFound'), { exact: true })).toBeVisible()
})

test('the list is worked by keys in a Cyrillic layout too, and they can be turned off', async ({ house, asStaff }) => {
  const word = unique()
  const filed = [await fileAppeal(house, 'almaty', anAppeal('ru', { text: `Первое ${word} письмо` }))]
  filed.push(await fileAppeal(house, 'almaty', anAppeal('ru', { text: `Второе ${word} письмо` })))
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  await page.goto(at(`/desk?view=all&q=${word}`))
  const link = (index: number) => page.getByRole('link', { name: filed[index]?.receipt.number })
  // The newest comes first. The key is told by its place: here the layout writes "о" with it.
  const press = (key: string, code: string, shiftKey = false) =>
    page.evaluate(
      (event) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...event, bubbles: true })),
      { key, code, shiftKey },
    )
  await press('о', 'KeyJ')
  await expect(link(1)).toBeFocused()
  await press('о', 'KeyJ')
  await expect(link(0)).toBeFocused()
  await press('л', 'KeyK')
  await expect(link(1)).toBeFocused()
  await press('.', 'Slash')
  const search = page.getByLabel(ru('appeals:worklist.searchLabel'))
  await expect(search).toBeFocused()
  await page.keyboard.type('j')
  await expect(search, 'who types writes').toHaveValue('j')
  await search.blur()
  await press(',', 'Slash', true)
  const help = page.getByRole('dialog', { name: ru('appeals:keys.title') })
  await expect(help).toBeVisible()
  await help.getByLabel(ru('appeals:keys.off')).check()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.reload()
  await press('о', 'KeyJ')
  await expect(link(1)).not.toBeFocused()
  await page.getByRole('link', { name: ru('appeals:keys.open') }).click()
  await page.getByLabel(ru('appeals:keys.off')).uncheck()
  await page.keyboard.press('Escape')
  await press('о', 'KeyJ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(filed[1]?.receipt.number ?? '')
})

test('several appeals are ticked, by a key too, and assigned with one order', async ({ house, asStaff }) => {
  const word = unique()
  const forms = ['Бірінші', 'Екінші'].map((first) => anAppeal('kk', { text: `${first} ${word} өтініш` }))
  for (const form of forms) await fileAppeal(house, 'almaty', form)
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  await page.goto(at(`/desk?view=todo&q=${word}`))
  const send = page.getByRole('button', { name: ru('appeals:selected.send'), exact: true })
  await page.getByLabel(ru('appeals:selected.agency')).selectOption({ index: 1 })
  await send.click()
  await expect(page.getByRole('alert')).toContainText(ru('appeals:error.nothingSelected'))

  await page.goto(at(`/desk?view=todo&q=${word}`))
  await expect(page.getByRole('checkbox')).toHaveCount(2)
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('KeyX')
  await page.getByRole('checkbox').last().check()
  await page.getByLabel(ru('appeals:selected.agency')).selectOption({ index: 1 })
  await send.click()
  await expect(page.getByText(ru('appeals:selected.done', { number: '2' }))).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: word })).toHaveCount(0)
})

test('a draft saves itself, a colleague sees who writes, and a conflict is told', async ({ house, asStaff }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, transport)
  const desk = `/desk/appeals/${receipt.appealId}`
  const writer = await newColleague(house, 'almaty', { role: 'clerk', agency: transport })
  const { page, at } = await asStaff(writer)
  await page.goto(at(desk))
  const text = page.getByLabel(ru('appeals:reply.text'))
  await text.fill('Жобаның басы')
  const saved = new RegExp(`^${ru('appeals:draft.saved', { when: '.+', who: writer.name })}$`)
  await expect(page.locator('[data-save-state]')).toHaveText(saved)

  const colleague = await newColleague(house, 'almaty', { role: 'clerk', agency: transport })
  const other = await asStaff(colleague)
  await other.page.goto(other.at(desk))
  await expect(other.page.getByLabel(ru('appeals:reply.text'))).toHaveValue('Жобаның басы')
  await expect(other.page.getByRole('list', { name: ru('appeals:presence.label') })).toContainText(
    `${writer.name} ${ru('appeals:presence.editing')}`,
  )
  await other.page.getByLabel(ru('appeals:reply.text')).fill('Басқа біреудің сөзі')
  await expect(other.page.locator('[data-save-state]')).toContainText(colleague.name)

  // The first one's window knows nothing of it, writes on, and is told who was faster.
  await text.fill('Жобаның жалғасы')
  await expect(page.locator('.save-failed')).toContainText(ru('appeals:error.draftChanged').split(':')[0] ?? '')
  await page.getByRole('button', { name: ru('appeals:draft.save') }).click()
  await expect(page.getByRole('alert')).toContainText(ru('appeals:error.draftChanged').split(':')[0] ?? '')
  await expect(page.getByText('Жобаның жалғасы'), 'the words are kept').toBeVisible()
  await expect(text, 'the form shows the colleague’s').toHaveValue('Басқа біреудің сөзі')
})

test('without scripts the draft is saved by its button, and opening the page tells colleagues', async ({
  house,
  asStaff,
}) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, transport)
  const desk = `/desk/appeals/${receipt.appealId}`
  const writer = await newColleague(house, 'almaty', { role: 'clerk', agency: transport })
  const { page, at } = await asStaff(writer, { javaScriptEnabled: false })
  await page.goto(at(desk))
  await page.getByLabel(ru('appeals:reply.text')).fill(anAnswer('Скриптсіз жоба'))
  await page.getByRole('button', { name: ru('appeals:draft.save') }).click()
  await expect(page.getByText(ru('appeals:done.drafted'))).toBeVisible()
  await expect(page.getByLabel(ru('appeals:reply.text'))).toHaveValue(anAnswer('Скриптсіз жоба'))
  const other = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }), { javaScriptEnabled: false })
  await other.page.goto(other.at(desk))
  await expect(other.page.getByRole('list', { name: ru('appeals:presence.label') })).toContainText(writer.name)
  await expect(other.page.getByText('Скриптсіз жоба'), 'a draft is the agency’s own').toHaveCount(0)
})

test('a page that is left open hears who came', async ({ house, asStaff }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  const desk = `/desk/appeals/${receipt.appealId}`
  const { page, at } = await asStaff(await newColleague(house, 'almaty', { role: 'dispatcher' }))
  await page.clock.install()
  await page.goto(at(desk))
  const colleague = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const other = await asStaff(colleague)
  await other.page.goto(other.at(desk))
  await page.clock.fastForward(20_000)
  await expect(page.getByRole('list', { name: ru('appeals:presence.label') })).toContainText(
    `${colleague.name} ${ru('appeals:presence.viewing')}`,
  )
})
