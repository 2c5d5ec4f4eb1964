import {
  anAppeal,
  answerAll,
  answersOf,
  fileAppeal,
  questionPath,
  receiptIn,
  writeAppeal,
} from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf, type House } from '../fixtures/house.ts'
import { hiddenField, visitorOf } from '../fixtures/http.ts'
import { mailsTo, mailTo } from '../fixtures/mails.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const check = questionPath('ru', 'check')

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

test('the same answers sent many times at once make one appeal, one receipt and one mail', async ({ house }) => {
  const resident = visitorOf(house, hostOf('almaty'))
  const form = anAppeal('ru')
  await answerAll(resident, 'ru', answersOf(form))
  const version = hiddenField((await resident.ask(check)).body, 'version')
  const replies = await Promise.all(Array.from({ length: 6 }, () => resident.send(check, { version })))
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 302))
  expect(new Set(replies.map(({ headers }) => headers.location)).size).toBe(1)
  expect(await appealsOf(house, form.email)).toBe(1)
  expect(await applicantsOf(house, form.email)).toBe(1)

  // Sent once more, later, from where the connection was lost: the same receipt again.
  const again = await resident.send(check, { version })
  expect(again.headers.location).toBe(replies[0]?.headers.location)
  await mailTo(house, form.email, say('ru', 'appeals:mail.receipt.subject', { number: '' }))
  const { number } = receiptIn((await resident.ask(again.headers.location ?? '')).body, '', 'ru')
  const { form: later } = await fileAppeal(house, 'almaty')
  await mailTo(house, later.email, say('ru', 'appeals:mail.receipt.subject', { number: '' }))
  expect((await mailsTo(house, form.email)).filter((mail) => mail.subject.includes(number))).toHaveLength(1)
})

test('an impatient double click makes one appeal', async ({ house, asResident }) => {
  const { page, at } = await asResident(hostOf('almaty'))
  const form = anAppeal('kk')
  await page.goto(at('/kk/appeals/new'))
  await writeAppeal(page, 'kk', form)
  await page.getByRole('button', { name: say('kk', 'drafts:check.send') }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:receipt.title'))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('kk', 'appeals:receipt.title'))
  expect(await appealsOf(house, form.email)).toBe(1)
})

test('going back after sending leads to the receipt again; another appeal begins anew', async ({
  house,
  asResident,
}) => {
  const { page, at } = await asResident(hostOf('almaty'))
  const form = anAppeal('en')
  await page.goto(at('/en/appeals/new'))
  await writeAppeal(page, 'en', form)
  await page.getByRole('button', { name: say('en', 'drafts:check.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'appeals:receipt.title'))
  const first = receiptIn(await page.content(), new URL(page.url()).pathname, 'en')

  for (const question of ['check', 'text']) {
    await page.goto(at(questionPath('en', question)))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'appeals:receipt.title'))
    await expect(page.getByText(first.number, { exact: true }).first()).toBeVisible()
  }
  await page.getByRole('link', { name: say('en', 'appeals:receipt.another') }).click()
  await writeAppeal(page, 'en', { ...form, text: `${form.text} And the pavement is broken.` })
  await page.getByRole('button', { name: say('en', 'drafts:check.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'appeals:receipt.title'))
  const second = receiptIn(await page.content(), new URL(page.url()).pathname, 'en')
  expect(second.number).not.toBe(first.number)
  expect(await appealsOf(house, form.email)).toBe(2)
})
