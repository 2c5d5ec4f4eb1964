import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hireWithPassword, openBrowser, type Hired } from '#infra/testing/browser.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { changePassword } from './change-password.server.ts'
import { listSessions, revokeOtherSessions, revokeSession } from './sessions.server.ts'
import { signIn } from './sign-in.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  // better-auth goes by the real clock.
  for (const region of [almaty, shymkent]) region.clock.move(new Date())
})
afterAll(() => product?.close())

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signedIn({ email, password }: Hired, region = almaty, userAgent = '') {
  const browser = openBrowser(product, region, userAgent)
  const { headers } = await browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), email))
  browser.take(headers)
  return browser
}

type Browser = Awaited<ReturnType<typeof signedIn>>
const isIn = (browser: Browser) => browser.ask(async (ctx) => ctx.signedIn !== undefined)
const sessionOf = (browser: Browser) => browser.asPerson(async (ctx) => ctx.signedIn.sessionId)
const devicesOf = async (userId: string) =>
  (await product.database.rows('select 1 from t_almaty.auth_device where user_id = $1', [userId])).length

describe('open sessions', () => {
  it('are listed to their owner alone, in plain words, with the one in hand first', async () => {
    const [person, other] = [
      await hireWithPassword(almaty, 'list', 'clerk'),
      await hireWithPassword(almaty, 'other', 'clerk'),
    ]
    await signedIn(other)
    const here = await signedIn(person)
    await signedIn(person, almaty, firefox)
    const listed = await here.asPerson(listSessions)
    expect(listed.map(({ device, here }) => [device, here])).toEqual([
      ['Неизвестное устройство', true],
      ['Firefox, Linux', false],
    ])
    expect(listed[1]?.since).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/)
    expect(listed[0]?.seenOn).toMatch(/^\d\d\.\d\d\.\d{4}$/)
  })

  it('are ended one by one, and the device behind one is forgotten', async () => {
    const person = await hireWithPassword(almaty, 'one', 'clerk')
    const [here, there, elsewhere] = [await signedIn(person), await signedIn(person), await signedIn(person)]
    const id = await sessionOf(there)
    await here.asPerson((ctx) => revokeSession(ctx, id))
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([true, false, true])
    expect(await devicesOf(person.userId)).toBe(2)
    await expect(here.asPerson((ctx) => revokeSession(ctx, id))).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('of somebody else, here or in another region, are not there', async () => {
    const [person, other] = [
      await hireWithPassword(almaty, 'mine', 'clerk'),
      await hireWithPassword(almaty, 'theirs', 'clerk'),
    ]
    const neighbour = await hireWithPassword(shymkent, 'mine', 'clerk')
    const [here, theirs] = [await signedIn(person), await signedIn(other)]
    const far = await signedIn(neighbour, shymkent)
    for (const foreign of [theirs, far]) {
      const id = await sessionOf(foreign)
      await expect(here.asPerson((ctx) => revokeSession(ctx, id))).rejects.toMatchObject({ name: 'NotFound' })
      expect(await isIn(foreign)).toBe(true)
    }
    expect(await devicesOf(other.userId)).toBe(1)
  })

  it('are ended all but the one in hand', async () => {
    const person = await hireWithPassword(almaty, 'others', 'clerk')
    const bystander = await signedIn(await hireWithPassword(almaty, 'bystander', 'clerk'))
    const [here, there, elsewhere] = [await signedIn(person), await signedIn(person), await signedIn(person)]
    await here.asPerson(revokeOtherSessions)
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([true, false, false])
    expect(await isIn(bystander)).toBe(true)
    expect(await devicesOf(person.userId)).toBe(1)
  })
})

describe('a password', () => {
  it('is changed by who knows the old one; every other session ends and every reset link with it', async () => {
    const person = await hireWithPassword(almaty, 'change', 'clerk')
    const [here, there] = [await signedIn(person), await signedIn(person)]
    const password = 'таңғы ауа таза екен'
    const change = (currentPassword: string, to = password) =>
      here.asPerson((ctx) => changePassword(ctx, { currentPassword, password: to }))
    await expect(change('бұл емес')).rejects.toMatchObject({
      fields: { currentPassword: 'accounts:error.currentPassword' },
    })
    expect(await isIn(there)).toBe(true)
    await change(person.password)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    await expect(signedIn(person)).rejects.toMatchObject({ name: 'InvalidInput' })
    expect(await isIn(await signedIn({ ...person, password }))).toBe(true)
    const [line] = await product.database.rows(
      `select j.actor_kind, s.user_id, j.fields from t_almaty.journal j
        join t_almaty.staff_member s on s.id = j.actor_id where j.event = 'account.passwordChanged' and j.subject_id = $1`,
      [person.userId],
    )
    expect(line).toEqual({ actor_kind: 'staff', user_id: person.userId, fields: ['password'] })
  })

  it.each([
    ['that everybody uses', 'Qazwsxedcrfv', 'common:error.passwordCommon'],
    ['made of the person’s name', 'Сынақ Сынақұлы 1', 'common:error.passwordOwn'],
    ['made of the region', 'Almaty-2026-!', 'common:error.passwordOwn'],
    ['of runs along the keys', 'qwertyuiop123', 'common:error.passwordSimple'],
  ])('%s is refused before the old one is looked at', async (_what, password, message) => {
    const person = await hireWithPassword(almaty, `weak-${password.codePointAt(0)}`, 'clerk')
    const here = await signedIn(person)
    const changing = here.asPerson((ctx) => changePassword(ctx, { currentPassword: person.password, password }))
    await expect(changing).rejects.toMatchObject({ fields: { password: message } })
  })

  it('of somebody else’s session is not guessed by it: ten tries', async () => {
    const person = await hireWithPassword(almaty, 'guess', 'clerk')
    const here = await signedIn(person)
    const guess = (currentPassword: string) =>
      here.asPerson((ctx) => changePassword(ctx, { currentPassword, password: 'таңғы ауа таза екен' }))
    for (let tries = 0; tries < 10; tries += 1)
      await expect(guess('қате')).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(guess(person.password)).rejects.toMatchObject({ name: 'TooManyTries' })
  })
})
