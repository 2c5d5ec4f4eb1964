import { anAnswer, anAppeal, anIin, answerAppeal, assignAppeal, fileAppeal } from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { addFile, filesOnDisk } from '../fixtures/files.ts'
import { textOf } from '../fixtures/http.ts'
import { newColleague, signIn } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const kk = (key: string, values?: Record<string, string>) => say('kk', `erasures:${key}`, values)

test('the administrator erases a person: not while an appeal is open, and then for ever', async ({
  house,
  asStaff,
}) => {
  const form = anAppeal('kk', { iin: anIin() })
  const filed = await fileAppeal(house, 'almaty', form)
  const { appealId, number } = filed.receipt
  const fileId = await addFile(house, 'almaty', filed, 'құжат.pdf')
  const admin = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const visitor = await signIn(house, admin)
  await visitor.send('/account', { locale: 'kk' })
  visitor.close()
  const { page, at } = await asStaff(admin)

  const find = async () => {
    await page.goto(at('/admin/erasures'))
    await page.getByLabel(kk('find.number')).fill(number)
    await page.getByRole('button', { name: kk('find.button') }).click()
  }
  await find()
  await expect(page.getByText(kk('open.what', { numbers: number }))).toBeVisible()
  await expect(page.getByRole('button', { name: kk('form.send') })).toHaveCount(0)
  await expect(page.locator('body'), 'the administrator reads nobody’s name').not.toContainText(form.fullName)

  await assignAppeal(house, 'almaty', appealId, 'passenger-transport')
  await answerAppeal(house, 'almaty', appealId, anAnswer(`Құрметті ${form.fullName}, жарық қосылды`))
  await find()
  await page.getByRole('radio', { name: kk('ground.asked') }).check()
  await page.getByLabel(kk('paper.label')).fill('№ 15, 24.11.2026')
  await page.getByRole('button', { name: kk('form.send') }).click()
  await expect(page.getByRole('link', { name: kk('error.notSure') })).toBeVisible()
  await expect(page.getByLabel(kk('paper.label'))).toHaveValue('№ 15, 24.11.2026')
  await page.getByRole('checkbox', { name: kk('form.sure') }).check()
  await page.getByRole('button', { name: kk('form.send') }).click()
  await expect(page.getByText(kk('done.title'))).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('№ 15, 24.11.2026')

  const { body } = await filed.resident.ask(`/kk/appeals/${appealId}`)
  expect(textOf(body)).toContain(say('kk', 'appeals:erased.title'))
  expect(textOf(body)).toContain(number)
  for (const word of [form.fullName, form.text, form.address]) expect(textOf(body)).not.toContain(word)
  const [person] = await rowsOf(
    house,
    'almaty',
    'select p.full_name, p.iin, p.address, p.email from appeal a join applicant p on p.id = a.applicant_id where a.id = $1',
    [appealId],
  )
  expect(person).toEqual({ full_name: '', iin: '', address: '', email: '' })
  await expect.poll(async () => (await filesOnDisk(house)).some((file) => file.endsWith(fileId))).toBe(false)
})
