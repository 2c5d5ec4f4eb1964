import { anAppeal, fillIn, receiptIn } from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf, type House } from '../fixtures/house.ts'
import { hiddenField, visitorOf } from '../fixtures/http.ts'
import { mailsTo, mailTo } from '../fixtures/mails.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const page = '/ru/appeals/new'

/** How many appeals stand under this resident's address. */
async function appealsOf(house: House, email: string): Promise<number> {
  const query = 'select count(*)::int as n from appeal a join applicant p on p.id = a.applicant_id where p.email = $1'
  const [row] = await rowsOf<{ n: number }>(house, 'almaty', query, [email])
  return row?.n ?? 0
}

/** Applicants without an appeal: what a second sending that was not rolled back would leave. */
async function applicantsOf(house: House, email: string): Promise<number> {
  const query = 'select count(*)::int as n from applicant where email = $1'
  const [row] = await rowsOf<{ n: number }>(house, 'almaty', query, [email])
  return row?.n ?? 0
}

test('the same page sent many times at once makes one appeal, one receipt and one mail', async ({ house }) => {
  const resident = visitorOf(house, hostOf('almaty'))
  const submissionKey = hiddenField((await resident.ask(page)).body, 'submissionKey')
  const form = anAppeal('ru')
  await resident.formToken()
  const replies = await Promise.all(Array.from({ length: 6 }, () => resident.send(page, { submissionKey, ...form })))
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 302))
  expect(new Set(replies.map(({ headers }) => headers.location)).size).toBe(1)
  expect(await appealsOf(house, form.email)).toBe(1)
  expect(await applicantsOf(house, form.email)).toBe(1)

  // Sent once more, later, from where the connection was lost: the same receipt again.
  const again = await resident.send(page, { submissionKey, ...form })
  expect(again.headers.location).toBe(replies[0]?.headers.location)
  await mailTo(house, form.email, say('ru', 'appeals:mail.receipt.subject', { number: '' }))
  const { number } = receiptIn((await resident.ask(again.headers.location ?? '')).body, '', 'ru')
  const later = anAppeal('ru')
  await visitorOf(house, hostOf('almaty')).send(page, { submissionKey, ...later })
  await mailTo(house, later.email, say('ru', 'appeals:mail.receipt.subject', { number: '' }))
  expect((await mailsTo(house, form.email)).filter((mail) => mail.subject.includes(number))).toHaveLength(1)
})

test('an impatient double click makes one appeal', async ({ house, asResident }) => {
  const { page, at } = await asResident(hostOf('almaty'))
  const form = anAppeal('kk')
  await page.goto(at('/kk/appeals/new'))
  await fillIn(page, 'kk', form)
  await page.getByRole('button', { name: say('kk', 'appeals:new.send') }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:receipt.title'))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:receipt.title'))
  expect(await appealsOf(house, form.email)).toBe(1)
})

test('going back and mending a word makes a second appeal: nothing is lost', async ({ house, asResident }) => {
  const { page, at } = await asResident(hostOf('almaty'))
  const form = anAppeal('en')
  await page.goto(at('/en/appeals/new'))
  await fillIn(page, 'en', form)
  await page.getByRole('button', { name: say('en', 'appeals:new.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'appeals:receipt.title'))
  const first = receiptIn(await page.content(), new URL(page.url()).pathname, 'en')

  await page.goBack()
  await fillIn(page, 'en', { ...form, text: `${form.text} And the pavement is broken.` })
  await page.getByRole('button', { name: say('en', 'appeals:new.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'appeals:receipt.title'))
  const second = receiptIn(await page.content(), new URL(page.url()).pathname, 'en')
  expect(second.number).not.toBe(first.number)
  expect(await appealsOf(house, form.email)).toBe(2)
})
