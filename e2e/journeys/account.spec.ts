import type { CDPSession, Page } from '@playwright/test'
import { rowsOf } from '../fixtures/database.ts'
import { hostOf, type House, type Person } from '../fixtures/house.ts'
import { hiddenField, textOf, visitorOf } from '../fixtures/http.ts'
import { mailTo } from '../fixtures/mails.ts'
import { codeOf, newColleague, newcomer, setUpApp, signIn, signInAfresh } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'
import { say } from '../fixtures/texts.ts'

const ru = (key: string, values: Record<string, string> = {}) => say('ru', key, values)
const russian = { locale: 'ru-RU' }
const button = (page: Page, key: string) => page.getByRole('button', { name: ru(key), exact: true })

async function typePassword(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel(ru('accounts:signIn.email')).fill(email)
  await page.getByLabel(ru('accounts:signIn.password'), { exact: true }).fill(password)
  await button(page, 'accounts:signIn.send').click()
}

test('an administrator is led to an app before anything else, and signs in with password and code from then on', async ({
  house,
  atLaptop,
}) => {
  const person = await newcomer(house, 'almaty', { role: 'regionAdmin' })
  const { page, at } = await atLaptop(person.host, russian)
  await page.goto(at('/admin/staff'))
  await typePassword(page, person)
  await expect(page).toHaveURL(at('/account/second-factor'))
  await expect(page.getByText(ru('accounts:secondFactor.needed'))).toBeVisible()
  for (const path of [
    '/desk',
    '/admin/staff',
    '/account',
    '/account/sessions',
    '/account/passkeys',
    '/account/password',
  ]) {
    await page.goto(at(path))
    await expect(page, `${path} is not open yet`).toHaveURL(at('/account/second-factor'))
  }
  await button(page, 'accounts:secondFactor.begin').click()
  await expect(page.getByRole('img', { name: ru('accounts:secondFactor.scanAlt') })).toBeVisible()
  const key = (await page.locator('.key-groups').innerText()).replaceAll(' ', '')
  await page.getByLabel(ru('accounts:code.label')).fill('12 34')
  await button(page, 'accounts:secondFactor.confirm').click()
  await expect(page.getByRole('alert')).toContainText(ru('accounts:error.codeShape'))
  await expect(page.locator('.key-groups'), 'the key stays').toHaveText(/.{39}/)
  expect((await page.locator('.key-groups').innerText()).replaceAll(' ', '')).toBe(key)
  const code = codeOf(key)
  // As an app copies it.
  await page.getByLabel(ru('accounts:code.label')).fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await button(page, 'accounts:secondFactor.confirm').click()
  await expect(page.getByText(ru('accounts:recovery.once'))).toBeVisible()
  const codes = page.getByRole('list', { name: ru('accounts:recovery.title') }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recoveryCode = await codes.first().innerText()
  await page.getByRole('link', { name: ru('accounts:recovery.saved') }).click()
  await expect(page).toHaveURL(at('/account'))

  await button(page, 'accounts:signOut').click()
  await page.goto(at('/admin/staff'))
  await typePassword(page, person)
  await expect(page).toHaveURL(at('/sign-in/code?next=%2Fadmin%2Fstaff'))
  const field = page.getByLabel(ru('accounts:code.label'))
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(field).toHaveAttribute('inputmode', 'numeric')
  await field.fill(code)
  await button(page, 'accounts:code.send').click()
  await expect(page.getByRole('alert')).toContainText(ru('accounts:error.codeUsed'))
  await expect(field, 'a code is never shown again').toHaveValue('')
  await field.fill(codeOf(key, 30_000))
  await button(page, 'accounts:code.send').click()
  await expect(page).toHaveURL(at('/admin/staff'))

  // Without the phone: a recovery code, once.
  for (const [turn, works] of [true, false].entries()) {
    await page.context().clearCookies()
    await page.goto(at('/account'))
    await typePassword(page, person)
    await page.getByRole('link', { name: ru('accounts:code.withRecovery') }).click()
    await page
      .getByLabel(ru('accounts:code.recoveryLabel'))
      .fill(turn === 0 ? recoveryCode.toLowerCase() : recoveryCode)
    await button(page, 'accounts:code.send').click()
    if (works) await expect(page).toHaveURL(at('/account'))
    else await expect(page.getByRole('alert')).toContainText(ru('accounts:error.recoveryCodeWrong'))
  }
  const mail = await mailTo(house, person.email, ru('accounts:mail.newDevice.subject'))
  expect(mail.text).toMatch(/Устройство: Chrome, /)
})

test('whoever may choose switches the app on and off; a role that needs it cannot', async ({ house }) => {
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const visitor = await signIn(house, person)
  const { recoveryCodes = [] } = await setUpApp(visitor, person)
  expect(recoveryCodes).toHaveLength(10)
  const page = '/account/second-factor'
  const off = (currentPassword: string) => visitor.send(page, { intent: 'switchOff', currentPassword })
  expect((await off('қате')).status).toBe(422)
  expect((await off(person.password)).headers.location).toBe('/account?note=off')
  await signInAfresh(house, person)

  const admin = await signIn(house, await newColleague(house, 'almaty', { role: 'regionAdmin' }))
  expect((await admin.ask(page)).body).not.toContain('value="switchOff"')
  const forced = await admin.send(page, { intent: 'switchOff', currentPassword: 'any' })
  expect(forced.status).toBe(409)
  expect(textOf(forced.body)).toContain(ru('accounts:error.secondFactorNeeded'))
})

/** The page of a colleague, by name. */
async function pageOf(house: House, { name }: Person): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(house, 'almaty', 'select id from staff_member where full_name = $1', [
    name,
  ])
  return `/admin/staff/${row?.id}`
}

test('who has lost the phone and the codes comes back by an administrator, with the password and a new app', async ({
  house,
  asStaff,
  atLaptop,
}) => {
  const kk = (key: string) => say('kk', key)
  const admin = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const person = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const working = await signIn(house, person)
  for (const visitor of [working, await signIn(house, admin)]) await visitor.send('/account', { locale: 'kk' })
  const { page, at } = await asStaff(admin, { javaScriptEnabled: false })
  await page.goto(at(await pageOf(house, person)))
  await page.getByRole('link', { name: kk('accounts:resetFactor.open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(kk('accounts:resetFactor.title'))
  for (const said of ['lead', 'what', 'sessions', 'password', 'mail'])
    await expect(page.getByText(kk(`accounts:resetFactor.${said}`))).toBeVisible()
  const prove = async (password: string, code: string) => {
    await page.getByLabel(kk('accounts:resetFactor.ownPassword')).fill(password)
    await page.getByLabel(kk('accounts:resetFactor.ownCode')).fill(code)
    await page.getByRole('button', { name: kk('accounts:resetFactor.send') }).click()
  }
  await prove(person.password, codeOf(admin.secondFactorKey ?? '', 30_000))
  await expect(page.getByRole('alert')).toContainText(kk('accounts:error.currentPassword'))
  await prove(admin.password, codeOf(person.secondFactorKey ?? '', 30_000))
  await expect(page.getByRole('alert')).toContainText(kk('accounts:error.codeWrong'))
  expect((await working.ask('/admin/staff')).status, 'nothing has happened yet').toBe(200)
  await prove(admin.password, codeOf(admin.secondFactorKey ?? '', 30_000))
  await expect(page.getByText(kk('accounts:resetFactor.done'))).toBeVisible()
  await expect(page.getByRole('link', { name: kk('accounts:resetFactor.open') })).toHaveCount(0)

  expect((await working.ask('/admin/staff')).headers.location).toMatch(/^\/sign-in/)
  const mail = await mailTo(house, person.email, kk('accounts:mail.secondFactorReset.subject'))
  expect(mail.text).toContain(`${kk('accounts:mail.who')}: ${admin.name}`)
  expect(mail.text.match(/http\S+/g)).toEqual([expect.stringMatching(/\/forgotten-password$/)])

  const back = await atLaptop(person.host, russian)
  await back.page.goto(back.at('/admin/staff'))
  await typePassword(back.page, { ...person, password: `${person.password}!` })
  await expect(back.page.getByRole('alert')).toContainText(ru('accounts:error.wrong'))
  await typePassword(back.page, person)
  await expect(back.page).toHaveURL(back.at('/account/second-factor'))
  await back.page.goto(back.at('/admin/staff'))
  await expect(back.page, 'nothing opens before a new app').toHaveURL(back.at('/account/second-factor'))
  const anew = await signInAfresh(house, person)
  const renewed = await setUpApp(anew, person)
  expect(renewed.secondFactorKey).not.toBe(person.secondFactorKey)
  expect((await anew.ask('/admin/staff')).status).toBe(200)
  await mailTo(house, person.email, kk('accounts:mail.secondFactorSwitchedOn.subject'))
})

test('nobody resets their own second factor, and nobody but an administrator a colleague’s', async ({ house }) => {
  const admin = await newColleague(house, 'almaty', { role: 'regionAdmin' })
  const visitor = await signIn(house, admin)
  const own = await pageOf(house, admin)
  expect((await visitor.ask(own)).body).not.toContain(`${own}/second-factor`)
  const dispatcher = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const proof = { currentPassword: admin.password, secondFactorCode: codeOf(admin.secondFactorKey ?? '', 30_000) }
  for (const who of [visitor, await signIn(house, dispatcher)]) {
    expect((await who.ask(`${own}/second-factor`)).status).toBe(403)
    expect((await who.send(`${own}/second-factor`, proof)).status).toBe(403)
  }
  expect((await visitor.ask('/admin/staff')).status, 'the session stands').toBe(200)

  const nothing = await visitor.send(`${await pageOf(house, dispatcher)}/second-factor`, proof)
  expect(nothing.status).toBe(409)
  expect(textOf(nothing.body)).toContain(ru('accounts:error.nothingToReset'))
})

test('too many wrong codes are refused for a while, by a page that says how long, in three languages', async ({
  house,
}) => {
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const { secondFactorKey = '' } = await setUpApp(await signIn(house, person), person)
  const guesser = visitorOf(house, hostOf('almaty'))
  await guesser.send('/sign-in', { email: person.email, password: person.password, next: '/account' })
  const guess = (locale: string) =>
    guesser.send(`/sign-in/code?lang=${locale}`, { intent: 'code', secondFactorCode: '000000', next: '/account' })
  for (let tries = 0; tries < 10; tries += 1) expect((await guess('ru')).status).toBe(422)
  for (const locale of ['kk', 'ru', 'en'] as const) {
    const reply = await guess(locale)
    expect(reply.status).toBe(429)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect(textOf(reply.body)).toContain(say(locale, 'common:page.429.title'))
    expect(textOf(reply.body)).toContain(say(locale, 'common:page.wait', { minutes: '15' }))
    expect(hiddenField(reply.body, 'next'), 'where one was going is kept').toBe('/account')
    expect(reply.body).not.toContain('000000')
  }
  // The owner, elsewhere.
  await signInAfresh(house, { ...person, secondFactorKey })
})

test('a session is ended from another browser; somebody else’s is not there', async ({ house, asStaff }) => {
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const other = await signIn(house, person)
  const { page, at } = await asStaff(person)
  await page.goto(at('/account/sessions'))
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(ru('accounts:sessions.here'))
  const id = await rows.nth(1).locator('input[name=sessionId]').getAttribute('value')

  const stranger = await signIn(house, await newColleague(house, 'almaty', { role: 'dispatcher' }))
  const forged = { intent: 'revoke', sessionId: id ?? '' }
  expect((await stranger.send('/account/sessions', forged)).status).toBe(404)
  expect((await other.ask('/desk')).status).toBe(200)

  await rows
    .nth(1)
    .getByRole('button', { name: ru('accounts:sessions.end') })
    .click()
  await expect(page.getByText(ru('accounts:sessions.ended'))).toBeVisible()
  await expect(rows).toHaveCount(1)
  expect((await other.ask('/desk')).headers.location).toMatch(/^\/sign-in/)
  expect((await page.goto(at('/desk')))?.status()).toBe(200)
})

test('a password is changed by who knows the old one, to one that nobody guesses', async ({ house, asStaff }) => {
  const person = await newColleague(house, 'almaty', { role: 'dispatcher' })
  const other = await signIn(house, person)
  const { page, at } = await asStaff(person)
  await page.goto(at('/account/password'))
  const send = async (current: string, password: string) => {
    await page.getByLabel(ru('accounts:secondFactor.currentPassword')).fill(current)
    await page.getByLabel(ru('accounts:newPassword.label')).fill(password)
    await button(page, 'accounts:newPassword.send').click()
  }
  await send(person.password, 'Qwerty123456')
  await expect(page.getByRole('alert')).toContainText(ru('common:error.passwordSimple'))
  await send(person.password, 'Leave me alone')
  await expect(page.getByRole('alert')).toContainText(ru('common:error.passwordCommon'))
  await send(person.password, 'Алматы-2026-Алматы')
  await expect(page.getByRole('alert')).toContainText(ru('common:error.passwordOwn'))
  await send('не тот пароль', 'таңғы ауа таза екен')
  await expect(page.getByRole('alert')).toContainText(ru('accounts:error.currentPassword'))
  expect((await other.ask('/desk')).status).toBe(200)
  await send(person.password, 'таңғы ауа таза екен')
  await expect(page.getByText(ru('accounts:password.changed'))).toBeVisible()
  expect((await other.ask('/desk')).status, 'other sessions have ended').toBe(302)
  await signIn(house, { ...person, password: 'таңғы ауа таза екен' })
})

/** A device that has asked for the person's finger before anybody looks. */
async function withAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  await session.send('WebAuthn.addVirtualAuthenticator', { options })
  return session
}

const passkeySignIn = (page: Page) => button(page, 'accounts:signIn.passkey')

for (const region of ['almaty', 'platform'] as const) {
  test(`a passkey is added and signs in at ${region}, and no more once it is removed`, async ({ house, asStaff }) => {
    const person = await whoAt(house, region)
    const { page, at } = await asStaff(person, russian)
    await withAuthenticator(page)
    await page.goto(at('/account/passkeys?lang=ru'))
    await page.getByLabel(ru('accounts:passkeys.name')).fill('Рабочий ноутбук')
    const password = page.getByLabel(ru('accounts:secondFactor.currentPassword'))
    await password.fill('не тот пароль')
    await button(page, 'accounts:passkeys.add').click()
    await expect(page.getByRole('alert')).toContainText(ru('accounts:error.currentPassword'))
    await expect(page.getByLabel(ru('accounts:passkeys.name'))).toHaveValue('Рабочий ноутбук')
    await password.fill(person.password)
    await button(page, 'accounts:passkeys.add').click()
    await expect(page.getByText(ru('accounts:passkeys.added'))).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Рабочий ноутбук' })).toBeVisible()

    await page.context().clearCookies()
    await page.goto(at('/sign-in?next=%2Faccount%2Fpasskeys&lang=ru'))
    await passkeySignIn(page).click()
    await expect(page, 'neither password nor code was asked for').toHaveURL(at('/account/passkeys'))
    const named = page.locator('section').filter({ hasText: 'Рабочий ноутбук' })
    await named.getByRole('button', { name: ru('accounts:passkeys.remove') }).click()
    await expect(page.getByText(ru('accounts:passkeys.none'))).toBeVisible()

    await page.context().clearCookies()
    await page.goto(at('/sign-in?lang=ru'))
    await passkeySignIn(page).click()
    await expect(page.getByRole('alert')).toContainText(ru('accounts:error.passkeyRefused'))
  })
}

/** Somebody whose sessions no other test shares. */
async function whoAt(house: House, region: 'almaty' | 'platform'): Promise<Person> {
  return region === 'almaty' ? newColleague(house, 'almaty', { role: 'regionAdmin' }) : house.operator
}

test('without script nobody is offered a passkey', async ({ newPage }) => {
  const { page, at } = await newPage(hostOf('almaty'), { javaScriptEnabled: false, ...russian })
  await page.goto(at('/sign-in'))
  await expect(button(page, 'accounts:signIn.send')).toBeVisible()
  await expect(passkeySignIn(page)).toBeHidden()
})
