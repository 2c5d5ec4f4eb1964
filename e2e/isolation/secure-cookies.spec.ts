import { anAppeal, answerAll, answersOf, questionPath, sendAnswers } from '../fixtures/appeals.ts'
import { hostOf, sharedHouse, type House } from '../fixtures/house.ts'
import { visitorOf } from '../fixtures/http.ts'
import { newColleague } from '../fixtures/people.ts'
import { serveHouse, wireTo } from '../fixtures/served.ts'
import { expect, test } from '../fixtures/test.ts'

let served: { house: House; stop(): Promise<void> }

test.beforeAll(async () => {
  test.setTimeout(90_000)
  const house = sharedHouse()
  served = await serveHouse(house, await wireTo(house), { PUBLIC_SCHEME: 'https' })
})
test.afterAll(async () => {
  await served?.stop()
})

test('behind TLS every cookie belongs to this host alone and travels by TLS alone', async ({ house }) => {
  const almaty = hostOf('almaty')
  const withApp = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const { email, password } = house.people.almaty.dispatcher

  const staff = visitorOf(served.house, almaty)
  const first = await staff.ask('/sign-in?lang=ru')
  const signedIn = await staff.send('/sign-in', { email, password })
  expect(signedIn.status).toBe(302)
  expect((await staff.ask('/desk')).status, 'the session is found under its name').toBe(200)
  const signedOut = await staff.send('/sign-out', {})
  expect((await staff.ask('/desk')).status).toBe(302)

  const admin = visitorOf(served.house, almaty)
  const waiting = await admin.send('/sign-in', { email: withApp.email, password: withApp.password })
  expect(waiting.headers.location).toMatch(/^\/sign-in\/code/)

  const resident = visitorOf(served.house, almaty)
  const begun = await resident.send(questionPath('ru', 'intent'), { meant: 'problem' })
  await answerAll(resident, 'ru', answersOf(anAppeal('ru')))
  const filed = await sendAnswers(resident, 'ru')
  expect((await resident.ask(filed.headers.location ?? '')).status, 'the grant is found under its name').toBe(200)

  const lines = [first, signedIn, signedOut, waiting, begun, filed].flatMap(
    ({ headers }) => headers['set-cookie'] ?? [],
  )
  const names = ['form', 'language', 'staff', 'device', 'pending', 'draft', 'seen'].map((name) => `__Host-bt_${name}`)
  expect(new Set(lines.map((line) => line.split('=')[0]))).toEqual(new Set(names))
  for (const line of lines) {
    expect(line).toMatch(/; Secure/i)
    expect(line).toMatch(/; Path=\/(;|$)/i)
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).not.toMatch(/; Domain=/i)
  }
})
