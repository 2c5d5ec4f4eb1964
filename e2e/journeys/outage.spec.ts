import { anAppeal, answerAll, answersOf, fileAppeal, questionPath, sendAnswers } from '../fixtures/appeals.ts'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf, urlOf, type House } from '../fixtures/house.ts'
import { textOf, visitorOf } from '../fixtures/http.ts'
import { mailsTo, mailTo } from '../fixtures/mails.ts'
import { testInOwnHouse } from '../fixtures/own-house.ts'
import { serveHouse, wireTo, processOf, type Wire } from '../fixtures/served.ts'
import { expect } from '../fixtures/test.ts'
import { localeCodes, say } from '../fixtures/texts.ts'

const { test, theHouse } = testInOwnHouse()
const almaty = hostOf('almaty')
let wire: Wire
let served: { house: House; stop(): Promise<void> }

test.beforeAll(async () => {
  test.setTimeout(120_000)
  wire = await wireTo(theHouse())
  served = await serveHouse(theHouse(), wire)
})
test.afterAll(async () => {
  await served?.stop()
})

test('the demo’s inbox, codes and gallery do not exist in production', async ({ house }) => {
  for (const path of ['/dev/mail', '/dev/codes', '/dev/gallery', '/dev/gallery/staff', '/dev/gallery/charts'])
    expect((await visitorOf(house, almaty).ask(path)).status, `${path} in the demo`).toBe(200)
  for (const path of ['/dev/mail', '/dev', '/dev/mail/', '/dev/codes', '/dev/gallery', '/dev/gallery/staff']) {
    expect((await visitorOf(served.house, almaty).ask(path)).status, path).toBe(404)
  }
})

test('while the database is away pages say so in the person’s language; then all goes on without a restart', async ({
  asResident,
}) => {
  const { page } = await asResident(almaty)
  const at = (path: string) => urlOf(served.house, almaty, path)
  const visitor = visitorOf(served.house, almaty)
  const before = await fileAppeal(served.house, 'almaty')
  const [begun, ...further] = answersOf(anAppeal('ru'))
  await answerAll(before.resident, 'ru', begun ? [begun] : [])
  await page.goto(at('/kk'))

  await wire.cut()
  for (const locale of localeCodes) {
    const response = await page.goto(at(`/${locale}/appeals/new`))
    expect(response?.status()).toBe(503)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'common:page.503.title'))
    await expect(page.getByRole('link', { name: '1308', exact: true }), 'whom to call').toHaveAttribute(
      'href',
      'tel:1308',
    )
    const frame = page.getByRole('main')
    expect(await frame.evaluate((element) => getComputedStyle(element).fontFamily), 'it has its styles').toContain(
      'Golos',
    )
  }
  const staff = await visitor.ask('/sign-in', { headers: { 'Accept-Language': 'en' } })
  expect(staff.status).toBe(503)
  expect(textOf(staff.body)).toContain(say('en', 'common:page.503.title'))
  expect((await visitor.ask('/healthz')).status).toBe(200)
  expect((await visitor.ask('/readyz')).status).toBe(503)
  for (const text of ['Фонарь не горит вторую неделю.', '']) {
    const reply = await before.resident.send(questionPath('ru', 'text'), { text })
    expect([reply.status, textOf(reply.body).includes(say('ru', 'common:page.503.title'))]).toEqual([503, true])
  }

  await wire.mend()
  await expect.poll(async () => (await visitor.ask('/readyz')).status, { timeout: 15_000 }).toBe(200)
  await page.goto(at('/ru'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ru', 'regions:home.title'))
  expect((await before.resident.ask(`/ru/appeals/${before.receipt.appealId}`)).status).toBe(200)
  // What was begun before is still there, and the page that could not be sent is sent once more.
  await answerAll(before.resident, 'ru', further)
  expect((await sendAnswers(before.resident, 'ru')).status).toBe(302)
})

test('a server that was stopped and started again goes on with a draft', async ({ house }) => {
  const before = visitorOf(served.house, almaty)
  const form = anAppeal('kk')
  const [asked, further] = [answersOf(form).slice(0, 6), answersOf(form).slice(6)]
  await answerAll(before, 'kk', asked)
  before.close()
  await served.stop()
  served = await serveHouse(house, wire)
  const after = visitorOf(served.house, almaty)
  for (const [name, value] of before.cookies) after.cookies.set(name, value)
  expect(textOf((await after.ask(questionPath('kk', 'text'))).body)).toContain(form.text)
  await answerAll(after, 'kk', further)
  expect((await sendAnswers(after, 'kk')).status).toBe(302)
})

test('a killed worker is started again, and every mail goes out once', async ({ house }) => {
  const killed = processOf(house, 'worker')
  const first = await fileAppeal(house, 'almaty')
  process.kill(killed, 'SIGKILL')
  const filed = await Promise.all([1, 2, 3].map(() => fileAppeal(house, 'shymkent')))
  for (const { form, receipt } of [first, ...filed]) {
    const subject = say('ru', 'appeals:mail.receipt.subject', { number: receipt.number })
    await mailTo(house, form.email, subject)
    // A repeat can only be the mail that was cut off, and it carries the same Message-ID.
    const ids = (await mailsTo(house, form.email)).map(({ messageId }) => messageId)
    expect(new Set(ids).size).toBe(1)
  }
  await expect.poll(() => processOf(house, 'worker')).not.toBe(killed)
  for (const region of ['almaty', 'shymkent'] as const) {
    const waiting = () => rowsOf(house, region, `select id from notice where state = 'pending'`)
    await expect.poll(waiting, { timeout: 20_000 }).toEqual([])
  }
})
