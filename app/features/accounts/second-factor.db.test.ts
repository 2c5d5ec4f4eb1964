import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hireWithPassword, openBrowser, type Hired, type TestBrowser } from '#infra/testing/browser.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { changePassword } from './change-password.server.ts'
import { finishSignIn } from './finish-sign-in.server.ts'
import { recoveryCodesLeft } from './recovery-codes.server.ts'
import { hasSecondFactor, readSecondFactor } from './second-factor.queries.server.ts'
import {
  confirmSecondFactor,
  makeRecoveryCodes,
  proposeSecondFactor,
  switchOffSecondFactor,
} from './second-factor.server.ts'
import { signIn } from './sign-in.server.ts'
import { codeAt } from './totp.server.ts'

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

/** Lets the app show the next code. */
const nextCode = (region = almaty) => region.clock.move(new Date(region.clock.now().getTime() + 30_000))
const now = () => almaty.clock.now()

async function givePassword({ email, password }: Hired, browser: TestBrowser, address = email) {
  const step = await browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), address))
  browser.take(step.headers)
  return step.codeWanted
}

const proposedKey = (browser: TestBrowser) =>
  browser.asPerson(async (ctx) => (await readSecondFactor(ctx, ctx.signedIn.userId))?.proposedKey ?? '')

/** Somebody with an app, in the browser where it was set up. */
async function withApp(mailbox: string, region = almaty) {
  const person = await hireWithPassword(region, mailbox, 'dispatcher')
  const browser = openBrowser(product, region)
  await givePassword(person, browser)
  await browser.asPerson((ctx) => proposeSecondFactor(ctx, undefined))
  const key = await proposedKey(browser)
  const secondFactorCode = codeAt(key, region.clock.now())
  const codes = await browser.asPerson((ctx) => confirmSecondFactor(ctx, { secondFactorCode }))
  nextCode(region)
  return { person, browser, key, codes }
}

type Step = { secondFactorCode: string } | { recoveryCode: string }

async function finish(browser: TestBrowser, step: Step, address = '192.0.2.1') {
  browser.take(await browser.ask((ctx) => finishSignIn(ctx, step, browser.form(), address)))
}

/** A new browser in which the password was given. */
async function atTheCode(person: Hired, address?: string) {
  const browser = openBrowser(product, almaty)
  expect(await givePassword(person, browser, address)).toBe(true)
  return browser
}

const isIn = (browser: TestBrowser) => browser.ask(async (ctx) => ctx.signedIn !== undefined)
const codeWrong = { fields: { secondFactorCode: 'accounts:error.codeWrong' } }
const codeUsed = { fields: { secondFactorCode: 'accounts:error.codeUsed' } }

describe('a role that needs a second factor', () => {
  it('may do nothing before it is set up, and everything of the role after', async () => {
    const admin = await hireWithPassword(almaty, 'due', 'regionAdmin')
    const browser = openBrowser(product, almaty)
    expect(await givePassword(admin, browser)).toBe(false)
    await browser.asPerson(async (ctx) => {
      expect(ctx.signedIn.secondFactorDue).toBe(true)
      expect(ctx.principal.kind).toBe('resident')
      expect(ctx.ability.can('invite', 'StaffMember')).toBe(false)
      await proposeSecondFactor(ctx, undefined)
    })
    const secondFactorCode = codeAt(await proposedKey(browser), now())
    await browser.asPerson((ctx) => confirmSecondFactor(ctx, { secondFactorCode }))
    await browser.asPerson(async (ctx) => {
      expect(ctx.principal).toMatchObject({ kind: 'staff', roles: ['regionAdmin'] })
      expect(ctx.ability.can('invite', 'StaffMember')).toBe(true)
      await expect(switchOffSecondFactor(ctx, admin.password)).rejects.toMatchObject({
        name: 'Refusal',
        message: 'accounts:error.secondFactorNeeded',
      })
    })
    const [line] = await product.database.rows(
      `select j.actor_kind, s.user_id from t_almaty.journal j join t_almaty.staff_member s on s.id = j.actor_id
        where j.event = 'account.secondFactorSwitchedOn' and j.subject_id = $1`,
      [admin.userId],
    )
    expect(line).toEqual({ actor_kind: 'staff', user_id: admin.userId })
  })

  it('is led there again when it comes to somebody who works already', async () => {
    const clerk = await hireWithPassword(almaty, 'promoted', 'clerk')
    const browser = openBrowser(product, almaty)
    await givePassword(clerk, browser)
    expect(await browser.ask(async (ctx) => ctx.principal.kind)).toBe('staff')
    await product.database.rows(
      `update t_almaty.staff_member set roles = array['clerk', 'regionAdmin'] where user_id = $1`,
      [clerk.userId],
    )
    expect(await browser.ask(async (ctx) => ctx.principal.kind)).toBe('resident')
  })
})

describe('signing in with an app', () => {
  it('opens nothing by the password alone', async () => {
    const { person } = await withApp('alone')
    const browser = await atTheCode(person)
    expect([...browser.cookies.keys()]).toEqual(['bt_pending'])
    expect(await isIn(browser)).toBe(false)
  })

  it('opens with the app’s code, once; an older code and the same code are refused', async () => {
    const { person, key } = await withApp('code')
    const code = codeAt(key, now())
    const before = codeAt(key, new Date(now().getTime() - 30_000))
    const browser = await atTheCode(person)
    await expect(finish(browser, { secondFactorCode: '000000' })).rejects.toMatchObject(codeWrong)
    await finish(browser, { secondFactorCode: code })
    expect(await isIn(browser)).toBe(true)
    expect(browser.cookies.has('bt_pending')).toBe(false)

    const second = await atTheCode(person)
    await expect(finish(second, { secondFactorCode: code })).rejects.toMatchObject(codeUsed)
    await expect(finish(second, { secondFactorCode: before })).rejects.toMatchObject(codeUsed)
    expect(await isIn(second)).toBe(false)
  })

  it('opens for one of two browsers that send the same code at once', async () => {
    const { person, key } = await withApp('race')
    const browsers = [await atTheCode(person), await atTheCode(person)]
    const secondFactorCode = codeAt(key, now())
    const results = await Promise.allSettled(browsers.map((browser) => finish(browser, { secondFactorCode })))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('forgets the right password after ten minutes, and after it was used', async () => {
    const { person, key } = await withApp('late')
    const browser = await atTheCode(person)
    const kept = new Map(browser.cookies)
    await finish(browser, { secondFactorCode: codeAt(key, now()) })
    nextCode()
    const again = openBrowser(product, almaty)
    for (const [name, value] of kept) again.cookies.set(name, value)
    const step = { secondFactorCode: codeAt(key, now()) }
    await expect(finish(again, step)).rejects.toMatchObject({ name: 'SignInNeeded' })

    const slow = await atTheCode(person)
    almaty.clock.move(new Date(now().getTime() + 600_000))
    const late = { secondFactorCode: codeAt(key, now()) }
    await expect(finish(slow, late)).rejects.toMatchObject({ name: 'SignInNeeded' })
  })

  it('forgets the old password where it is changed while the code is waited for', async () => {
    const { person, browser: own, key } = await withApp('changed')
    const stranger = await atTheCode(person)
    await own.asPerson((ctx) =>
      changePassword(ctx, { currentPassword: person.password, password: 'таңғы ауа таза екен' }),
    )
    const step = { secondFactorCode: codeAt(key, now()) }
    await expect(finish(stranger, step)).rejects.toMatchObject({ name: 'SignInNeeded' })
    expect(await isIn(stranger)).toBe(false)
  })

  it('is nothing in another region: neither the wait for a code nor the code itself', async () => {
    const { person, key } = await withApp('here')
    const there = openBrowser(product, shymkent)
    for (const [name, value] of (await atTheCode(person)).cookies) there.cookies.set(name, value)
    await expect(finish(there, { secondFactorCode: codeAt(key, now()) })).rejects.toMatchObject({
      name: 'SignInNeeded',
    })

    // The same row in the other region's table, sealed for the first: it opens nothing.
    const other = await withApp('here', shymkent)
    await product.database.rows(
      `update t_shymkent.auth_second_factor set secret =
        (select secret from t_almaty.auth_second_factor where user_id = $1) where user_id = $2`,
      [person.userId, other.person.userId],
    )
    const step = await other.browser.ask((ctx) => readSecondFactor(ctx, other.person.userId).catch((error) => error))
    expect(step).toBeInstanceOf(Error)
  })

  it('stores neither key nor recovery codes in words that a reader of the table could use', async () => {
    const { person, key, codes } = await withApp('sealed')
    const rows = await product.database.rows<{ text: string }>(
      `select row_to_json(f)::text || coalesce(json_agg(c)::text, '') as text from t_almaty.auth_second_factor f
        left join t_almaty.auth_recovery_code c on c.user_id = f.user_id where f.user_id = $1 group by f.*`,
      [person.userId],
    )
    const text = rows.map((row) => row.text).join()
    expect(text).toContain(person.userId)
    for (const secret of [key, ...codes, ...codes.map((code) => code.replace(' ', ''))])
      expect(text).not.toContain(secret)
  })
})

describe('too many codes', () => {
  it('are refused by address after ten, and by the account from strangers after thirty; never to the owner’s own browser', async () => {
    const { person, browser: owner, key } = await withApp('guessed')
    for (const address of ['192.0.2.100', '192.0.2.101', '192.0.2.102']) {
      const guesser = await atTheCode(person, address)
      for (let tries = 0; tries < 10; tries += 1) {
        await expect(finish(guesser, { secondFactorCode: '000000' }, address)).rejects.toMatchObject(codeWrong)
      }
    }
    const right = { secondFactorCode: codeAt(key, now()) }
    const stranger = await atTheCode(person, '192.0.2.200')
    await expect(finish(stranger, right, '192.0.2.200')).rejects.toMatchObject({ name: 'TooManyTries' })
    // The owner's browser was here before, so it is never counted with strangers.
    await givePassword(person, owner, '192.0.2.201')
    await finish(owner, right, '192.0.2.201')
    expect(await isIn(owner)).toBe(true)
  })

  it('from one address end after ten, even with a browser that is known', async () => {
    const { person, browser, key } = await withApp('known')
    await givePassword(person, browser, '192.0.2.202')
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(finish(browser, { secondFactorCode: '000000' }, '192.0.2.202')).rejects.toMatchObject(codeWrong)
    }
    const right = { secondFactorCode: codeAt(key, now()) }
    await expect(finish(browser, right, '192.0.2.202')).rejects.toMatchObject({ name: 'TooManyTries' })
  })
})

describe('recovery codes', () => {
  it('are ten, all different, and each opens once, however it is typed', async () => {
    const { person, codes } = await withApp('recovery')
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = '', third = ''] = codes
    for (const typed of [first, second.replace(' ', '').toLowerCase(), ` ${third.replace(' ', '-')} `]) {
      const browser = await atTheCode(person)
      await finish(browser, { recoveryCode: typed })
      expect(await isIn(browser)).toBe(true)
    }
    const browser = await atTheCode(person)
    await expect(finish(browser, { recoveryCode: first })).rejects.toMatchObject({
      fields: { recoveryCode: 'accounts:error.recoveryCodeWrong' },
    })
    expect(await browser.ask((ctx) => recoveryCodesLeft(ctx, person.userId))).toBe(7)
    const used = await product.database.rows(
      `select 1 from t_almaty.journal where event = 'account.recoveryCodeUsed' and subject_id = $1`,
      [person.userId],
    )
    expect(used).toHaveLength(3)
  })

  it('of one person are no codes of another, and new ones end the old', async () => {
    const [one, other] = [await withApp('mine'), await withApp('yours')]
    const recoveryCode = one.codes[0] ?? ''
    await expect(finish(await atTheCode(other.person), { recoveryCode })).rejects.toMatchObject({
      name: 'InvalidInput',
    })
    await expect(one.browser.asPerson((ctx) => makeRecoveryCodes(ctx, 'қате'))).rejects.toMatchObject({
      fields: { currentPassword: 'accounts:error.currentPassword' },
    })
    const renewed = await one.browser.asPerson((ctx) => makeRecoveryCodes(ctx, one.person.password))
    await expect(finish(await atTheCode(one.person), { recoveryCode })).rejects.toMatchObject({ name: 'InvalidInput' })
    await finish(await atTheCode(one.person), { recoveryCode: renewed[0] ?? '' })
  })

  it('open exactly as many times as there are codes, in whatever order they come at once', async () => {
    const { person, codes } = await withApp('many')
    const tried =
      fc.sample(fc.shuffledSubarray([...codes, ...codes, 'AAAAA AAAAA'], { minLength: 14, maxLength: 14 }), 1)[0] ?? []
    const browsers = await Promise.all(tried.map((_code, at) => atTheCode(person, `192.0.3.${at}`)))
    const results = await Promise.allSettled(
      tried.map((recoveryCode, at) =>
        finish(browsers[at] ?? openBrowser(product, almaty), { recoveryCode }, `192.0.3.${at}`),
      ),
    )
    const opened = results.filter(({ status }) => status === 'fulfilled').length
    expect(opened).toBe(new Set(tried.filter((code) => codes.includes(code))).size)
  })
})

describe('the app itself', () => {
  it('can be replaced: the old one works until the new one has shown a code; other sessions end then', async () => {
    const { person, browser, key } = await withApp('replaced')
    const elsewhere = await atTheCode(person)
    await expect(browser.asPerson((ctx) => proposeSecondFactor(ctx, 'қате'))).rejects.toMatchObject({
      name: 'InvalidInput',
    })
    await browser.asPerson((ctx) => proposeSecondFactor(ctx, person.password))
    await finish(elsewhere, { secondFactorCode: codeAt(key, now()) })
    const renewed = await proposedKey(browser)
    expect(renewed).not.toBe(key)
    nextCode()
    const secondFactorCode = codeAt(renewed, now())
    await browser.asPerson((ctx) => confirmSecondFactor(ctx, { secondFactorCode }))
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false])
    nextCode()
    const late = await atTheCode(person)
    await expect(finish(late, { secondFactorCode: codeAt(key, now()) })).rejects.toMatchObject(codeWrong)
    await finish(late, { secondFactorCode: codeAt(renewed, now()) })
  })

  it('can be switched off where the role allows it, with the password', async () => {
    const { person, browser, codes } = await withApp('off')
    await expect(browser.asPerson((ctx) => switchOffSecondFactor(ctx, 'қате'))).rejects.toMatchObject({
      name: 'InvalidInput',
    })
    await browser.asPerson((ctx) => switchOffSecondFactor(ctx, person.password))
    expect(await browser.ask((ctx) => hasSecondFactor(ctx, person.userId))).toBe(false)
    expect(codes).toHaveLength(10)
    expect(await browser.ask((ctx) => recoveryCodesLeft(ctx, person.userId))).toBe(0)
    expect(await givePassword(person, openBrowser(product, almaty))).toBe(false)
  })

  it('is not switched on by a key whose hour is over', async () => {
    const person = await hireWithPassword(almaty, 'slow', 'dispatcher')
    const browser = openBrowser(product, almaty)
    await givePassword(person, browser)
    await browser.asPerson((ctx) => proposeSecondFactor(ctx, undefined))
    const key = await proposedKey(browser)
    almaty.clock.move(new Date(now().getTime() + 3600_001))
    const secondFactorCode = codeAt(key, now())
    await expect(browser.asPerson((ctx) => confirmSecondFactor(ctx, { secondFactorCode }))).rejects.toMatchObject({
      name: 'Refusal',
      message: 'accounts:error.keyGone',
    })
  })
})
