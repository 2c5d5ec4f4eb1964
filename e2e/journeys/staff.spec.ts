import type { Page } from '@playwright/test'
import { anAnswer, anAppeal, answerAll, answersOf, assignAppeal, fileAppeal, sendAnswers } from '../fixtures/appeals.ts'
import { hostOf, type Person } from '../fixtures/house.ts'
import { hiddenField, textOf, visitorOf } from '../fixtures/http.ts'
import { linkIn, mailsTo, mailTo } from '../fixtures/mails.ts'
import { invite, newColleague, signIn, stranger } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const ru = (key: string) => say('ru', key)

/** Types e-mail and password into the sign-in page, which speaks Russian here. */
async function typeSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(ru('accounts:signIn.email')).fill(email)
  await page.getByLabel(ru('accounts:signIn.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: ru('accounts:signIn.send'), exact: true }).click()
}

const russian = { locale: 'ru-RU' }
const worklist = { name: ru('appeals:worklist.title'), level: 1 }
const dispatcher = { role: 'dispatcher' } as const

test('a colleague signs in at the page asked for, and out', async ({ house, atLaptop }) => {
  const person = await newColleague(house, 'almaty', dispatcher)
  const { page, at } = await atLaptop(person.host, russian)
  await page.goto(at('/account'))
  await expect(page).toHaveURL(at('/sign-in?next=%2Faccount'))

  await typeSignIn(page, person.email, 'not the password at all')
  await expect(page.getByRole('alert')).toContainText(ru('accounts:error.wrong'))
  await expect(page.getByLabel(ru('accounts:signIn.email'))).toHaveValue(person.email)
  await expect(page.getByLabel(ru('accounts:signIn.password'))).toHaveValue('')
  const wrongPassword = await page.getByRole('main').innerText()
  await typeSignIn(page, 'nobody@almaty.example', 'not the password at all')
  await expect(page.getByRole('alert')).toContainText(ru('accounts:error.wrong'))
  expect(await page.getByRole('main').innerText(), 'nothing tells a known address').toBe(wrongPassword)

  await typeSignIn(page, ` ${person.email.toUpperCase()} `, person.password)
  await expect(page).toHaveURL(at('/account'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ru('accounts:account.title'))
  await expect(page.getByRole('main')).toContainText(person.name)

  await page.getByRole('button', { name: ru('accounts:signOut'), exact: true }).click()
  await expect(page).toHaveURL(at('/sign-in'))
  await page.goto(at('/desk'))
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk$/)
  // The page that was left stays shut when one goes back to it.
  await page.goBack()
  await page.goBack()
  await expect(page.getByText(person.name)).toHaveCount(0)
})

test('a signed-out session is dead on the server too', async ({ house }) => {
  const visitor = await signIn(house, await newColleague(house, 'almaty', dispatcher))
  const kept = new Map(visitor.cookies)
  expect((await visitor.send('/sign-out', {})).status).toBe(302)
  expect(visitor.cookies.has('bt_staff')).toBe(false)
  for (const [name, value] of kept) visitor.cookies.set(name, value)
  expect((await visitor.ask('/desk')).status).toBe(302)
})

test('a link signs nobody out', async ({ house }) => {
  const visitor = await signIn(house, await newColleague(house, 'almaty', dispatcher))
  expect((await visitor.ask('/sign-out')).status).toBe(302)
  expect((await visitor.ask('/desk')).status).toBe(200)
})

test('signing out everywhere ends the session in the other browser', async ({ house, asStaff }) => {
  const person = await newColleague(house, 'almaty', dispatcher)
  const other = await signIn(house, person)
  const colleague = await signIn(house, await newColleague(house, 'almaty', dispatcher))
  const { page, at } = await asStaff(person)
  await page.goto(at('/account'))
  await page.getByRole('button', { name: ru('accounts:account.everywhere') }).click()
  await expect(page).toHaveURL(at('/sign-in'))
  expect((await other.ask('/desk')).status).toBe(302)
  await page.goto(at('/desk'))
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await colleague.ask('/desk')).status, 'nobody else is signed out').toBe(200)
})

test('a forgotten password is set anew by a mailed link, once', async ({ house, atLaptop }) => {
  const person = await newColleague(house, 'almaty', dispatcher)
  const before = await signIn(house, person)
  const { page, at } = await atLaptop(person.host, russian)
  await page.goto(at('/sign-in'))
  await page.getByRole('link', { name: ru('accounts:signIn.forgotten') }).click()
  await page.getByLabel(ru('accounts:signIn.email')).fill(person.email)
  await page.getByRole('button', { name: ru('accounts:forgotten.send') }).click()
  await expect(page.getByText(ru('accounts:forgotten.sentText'))).toBeVisible()

  const path = linkIn(await mailTo(house, person.email, ru('accounts:mail.reset.subject')))
  await page.goto(at(path))
  await page.getByLabel(ru('accounts:newPassword.title')).fill('short')
  await page.getByRole('button', { name: ru('accounts:newPassword.send') }).click()
  await expect(page.getByRole('alert')).toContainText(ru('common:error.passwordShort'))
  await expect(page.getByLabel(ru('accounts:newPassword.title'))).toHaveValue('')
  const password = 'жаңа құпия сөз 42'
  await page.getByLabel(ru('accounts:newPassword.title')).fill(password)
  await page.getByRole('button', { name: ru('accounts:newPassword.send') }).click()
  await expect(page.getByText(ru('accounts:signIn.changed'))).toBeVisible()

  expect((await before.ask('/desk')).status, 'older sessions have ended').toBe(302)
  await typeSignIn(page, person.email, person.password)
  await expect(page.getByRole('alert')).toContainText(ru('accounts:error.wrong'))
  await typeSignIn(page, person.email, password)
  await expect(page.getByRole('heading', worklist)).toBeVisible()

  await page.goto(at(path))
  await expect(page.getByText(ru('accounts:error.linkUsed'))).toBeVisible()
  await expect(page.getByLabel(ru('accounts:newPassword.title'))).toHaveCount(0)
  await page.getByRole('link', { name: ru('accounts:newPassword.again') }).click()
  await expect(page).toHaveURL(at('/forgotten-password'))

  const late = visitorOf(house, person.host)
  const token = new URL(path, 'http://here').searchParams.get('token') ?? ''
  const again = await late.send('/new-password?lang=ru', { token, password: 'тағы бір құпия сөз' })
  expect(again.status).toBe(422)
  expect(textOf(again.body)).toContain(ru('accounts:error.linkUsed'))
  await signIn(house, { ...person, password })
})

test('nobody learns from a forgotten password whose address is known', async ({ house }) => {
  const visitor = visitorOf(house, hostOf('almaty'))
  const known = await visitor.send('/forgotten-password', { email: house.people.almaty.housingClerk.email })
  const unknown = await visitor.send('/forgotten-password', { email: 'nobody@almaty.example' })
  expect([unknown.status, unknown.headers.location]).toEqual([known.status, known.headers.location])
  expect(await mailsTo(house, 'nobody@almaty.example')).toEqual([])
})

test('an administrator invites a clerk, who takes it up and signs in', async ({ house, asStaff, atLaptop }) => {
  const person: Person = stranger('almaty')
  const admin = await asStaff(await newColleague(house, 'almaty', { role: 'regionAdmin' }))
  await admin.page.goto(admin.at('/desk'))
  await expect(admin.page, 'an administrator has no worklist').toHaveURL(admin.at('/admin'))
  await admin.page.goto(admin.at('/admin/staff'))
  const invitation = admin.page.getByRole('main')
  await invitation.getByLabel(ru('staff:list.name')).fill(person.name)
  await invitation.getByLabel(ru('staff:list.email')).fill(person.email)
  await invitation.getByRole('radio', { name: ru('staff:role.clerk') }).check()
  await invitation.getByRole('radio', { name: 'English' }).check()
  await invitation.getByRole('button', { name: ru('staff:invite.send') }).click()
  await expect(admin.page.getByRole('alert')).toContainText(ru('staff:error.agencyMissing'))
  await expect(invitation.getByLabel(ru('staff:list.name'))).toHaveValue(person.name)
  const form = invitation.getByRole('region', { name: ru('staff:invite.title') })
  await form.getByLabel(ru('staff:list.agency'), { exact: true }).selectOption({ index: 1 })
  await invitation.getByRole('button', { name: ru('staff:invite.send') }).click()
  await expect(admin.page.getByRole('row').filter({ hasText: person.email })).toBeVisible()

  const subject = say('en', 'staff:mail.invitation.subject', { centre: '' })
  const path = linkIn(await mailTo(house, person.email, subject))
  // The browser asks for Kazakh: the letter's language is the one the person was invited in.
  const { page, at } = await atLaptop(person.host)
  await page.goto(at(path))
  await expect(page.getByLabel(say('en', 'accounts:signIn.email'))).toHaveValue(person.email)
  await page.getByLabel(say('en', 'accounts:newPassword.title')).fill(person.password)
  await page.getByRole('button', { name: say('en', 'staff:accept.send') }).click()
  await expect(page.getByText(say('en', 'accounts:signIn.welcome'))).toBeVisible()
  await page.getByLabel(say('en', 'accounts:signIn.email')).fill(person.email)
  await page.getByLabel(say('en', 'accounts:signIn.password')).fill(person.password)
  await page.getByRole('button', { name: say('en', 'accounts:signIn.send'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'appeals:worklist.title'))

  expect((await page.goto(at(path)))?.status(), 'a link works once').toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'staff:accept.accepted.title'))
  await page.getByRole('link', { name: say('en', 'accounts:signIn.send'), exact: true }).click()
  await expect(page).toHaveURL(at('/sign-in'))
  await admin.page.getByRole('searchbox').fill(person.email)
  await admin.page.getByRole('searchbox').press('Enter')
  await expect(admin.page.getByRole('row').filter({ hasText: person.email })).toHaveCount(1)
})

test('an invitation opens to its own token alone', async ({ house }) => {
  const person = stranger('almaty')
  const { path, id, token } = await invite(house, 'almaty', person, dispatcher)
  const visitor = visitorOf(house, person.host)
  const wrong = token.replace(/^./, token.startsWith('A') ? 'B' : 'A')
  for (const asked of [`/invitations/${id}`, `/invitations/${id}?token=${wrong}`, '/invitations/none?token=none']) {
    expect((await visitor.ask(asked)).status, asked).toBe(404)
  }
  const forged = await visitor.send(path, { token: wrong, password: person.password })
  expect(forged.status).toBe(404)
  expect((await visitor.ask(path)).status).toBe(200)

  // Two browsers take it up at once: one account.
  const replies = await Promise.all([1, 2].map(() => visitor.send(path, { token, password: person.password })))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([302, 409])
})

test('only an administrator sees and invites staff', async ({ house, asStaff }) => {
  const person = await newColleague(house, 'almaty', dispatcher)
  const { page, at } = await asStaff(person)
  expect((await page.goto(at('/admin/staff')))?.status()).toBe(403)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(ru('common:page.403.title'))
  await expect(page.getByText(house.people.almaty.regionAdmin.email)).toHaveCount(0)

  const visitor = await signIn(house, person)
  const invited = stranger('almaty')
  const submissionKey = crypto.randomUUID()
  const forged = {
    submissionKey,
    fullName: invited.name,
    email: invited.email,
    role: 'regionAdmin',
    agencyId: '',
    locale: 'ru',
  }
  expect((await visitor.send('/admin/staff', forged)).status).toBe(403)
  expect(await mailsTo(house, invited.email)).toEqual([])
})

test('an address on the staff is not invited again', async ({ house }) => {
  const admin = await signIn(house, house.people.almaty.regionAdmin)
  const { name, email } = house.people.almaty.clerk
  const submissionKey = crypto.randomUUID()
  const again = { submissionKey, fullName: name, email, role: 'dispatcher', agencyId: '', locale: 'ru' }
  const reply = await admin.send('/admin/staff', again)
  expect(reply.status).toBe(422)
  expect(textOf(reply.body)).toContain(say('kk', 'staff:error.emailTaken'))
  expect(hiddenField(reply.body, 'formToken')).not.toBe('')
})

test('an answer that is sent after the session has ended is refused by a page that keeps it', async ({ house }) => {
  const { receipt } = await fileAppeal(house, 'almaty')
  await assignAppeal(house, 'almaty', receipt.appealId, 'passenger-transport')
  const clerk = await signIn(
    house,
    await newColleague(house, 'almaty', { role: 'clerk', agency: 'passenger-transport' }),
  )
  const desk = `/desk/appeals/${receipt.appealId}`
  const version = hiddenField((await clerk.ask(desk)).body, 'version')
  clerk.cookies.delete('bt_staff')
  const text = anAnswer('Ұзақ жазылған жауап')
  const reply = await clerk.send(desk, { intent: 'submit', version, draftVersion: '0', outcome: 'explained', text })
  expect(reply.status).toBe(401)
  expect(textOf(reply.body)).toContain(text)
})

test('who works here may bring an appeal too, and follow it', async ({ house }) => {
  const clerk = await signIn(
    house,
    await newColleague(house, 'almaty', { role: 'clerk', agency: 'passenger-transport' }),
  )
  expect((await clerk.ask('/ru/appeals/new')).status).toBe(200)
  await answerAll(clerk, 'ru', answersOf(anAppeal('ru')))
  const sent = await sendAnswers(clerk, 'ru')
  expect(sent.status).toBe(302)
  expect((await clerk.ask(sent.headers.location ?? '')).status).toBe(200)
})
