import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { hireWithPassword, openBrowser, type Hired } from '#infra/testing/browser.ts'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { newDeviceLetter, resetLetter } from './account-mails.server.ts'
import { requestReset, resetPassword } from './reset-password.server.ts'
import { signIn } from './sign-in.server.ts'
import { signOut } from './sign-out.server.ts'

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

const second = 'екінші құпиясөз'
const hire = (mailbox: string) => hireWithPassword(almaty, mailbox, 'dispatcher')

/** A browser in which this person has signed in. */
async function signedIn({ email, password }: Hired, browser = openBrowser(product, almaty)) {
  const { headers } = await browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), email))
  browser.take(headers)
  return browser
}

const enter = (email: string, password: string, address = email) => {
  const browser = openBrowser(product, almaty)
  return browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), address))
}

const isIn = (browser: ReturnType<typeof openBrowser>) => browser.ask(async (ctx) => ctx.signedIn !== undefined)

const journalOf = async (userId: string) => {
  const rows = await product.database.rows<{ line: string }>(
    `select j.event || ' ' || coalesce(s.user_id, j.actor_kind) as line from t_almaty.journal j
      left join t_almaty.staff_member s on s.id = j.actor_id where j.subject_id = $1 order by j.id`,
    [userId],
  )
  return rows.map(({ line }) => line)
}

describe('signing in', () => {
  it('gives a cookie that no script can read and no other site can send', async () => {
    const person = await hire('in')
    const { headers, codeWanted } = await enter(person.email, person.password)
    expect(codeWanted).toBe(false)
    expect(headers.getSetCookie()[0]).toMatch(/^bt_staff=[^;]+;.*HttpOnly;.*SameSite=Lax/i)
    expect(await isIn(await signedIn(person))).toBe(true)
  })

  it('says the same for a wrong password, an unknown address and one who works here no more', async () => {
    const person = await hire('wrong')
    const retired = await hire('retired')
    await product.database.rows('update t_almaty.staff_member set retired_at = now() where user_id = $1', [
      retired.userId,
    ])
    const wrong = { name: 'InvalidInput', fields: { password: 'accounts:error.wrong' } }
    await expect(enter(person.email, second)).rejects.toMatchObject(wrong)
    await expect(enter('nobody@almaty.example', second)).rejects.toMatchObject(wrong)
    await expect(enter(retired.email, retired.password)).rejects.toMatchObject(wrong)
  })

  it('is refused after ten tries from one address, and never to the person elsewhere', async () => {
    const { email, password } = await hire('attacked')
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(enter(email, second, '192.0.2.66')).rejects.toMatchObject({ name: 'InvalidInput' })
    }
    await expect(enter(email, password, '192.0.2.66')).rejects.toMatchObject({ name: 'TooManyTries' })
    await expect(enter(email, password, '192.0.2.67')).resolves.toMatchObject({ codeWanted: false })
  })

  it('in one region is no sign-in in another, not even with all its cookies', async () => {
    const browser = await signedIn(await hire('here'))
    const there = openBrowser(product, shymkent)
    for (const [name, value] of browser.cookies) there.cookies.set(name, value)
    expect(await isIn(there)).toBe(false)
  })

  it('stands in the journal in the person’s name, with what proved it', async () => {
    const person = await hire('journal')
    const browser = await signedIn(person)
    await browser.ask((ctx) => signOut(ctx, false))
    expect(await journalOf(person.userId)).toEqual([
      `account.signedIn ${person.userId}`,
      `account.signedOut ${person.userId}`,
    ])
    const facts = await product.database.rows(
      `select facts from t_almaty.journal where event = 'account.signedIn' and subject_id = $1`,
      [person.userId],
    )
    expect(facts).toEqual([{ facts: { provedBy: 'password' } }])
  })
})

describe('signing in again in the same browser', () => {
  it('leaves no session behind that nobody can see', async () => {
    const person = await hire('again')
    const browser = await signedIn(person)
    const before = new Map(browser.cookies)
    await signedIn(person, browser)
    const old = openBrowser(product, almaty)
    for (const [name, value] of before) old.cookies.set(name, value)
    expect([await isIn(browser), await isIn(old)]).toEqual([true, false])
  })
})

describe('a new device', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0.7258.5 Safari/537.36'
  const devicesOf = (userId: string) =>
    product.database.rows<{ id: string }>(
      `select o.subject_id as id from t_almaty.outbox o
        where o.event = 'account.signedInFromNewDevice' and o.refs ->> 'userId' = $1 order by o.id`,
      [userId],
    )

  it('is told to the person once, in plain words and in their language; the same browser is known from then on', async () => {
    const person = await hire('device')
    const browser = await signedIn(person, openBrowser(product, almaty, chrome))
    await browser.ask((ctx) => signOut(ctx, false))
    await signedIn(person, browser)
    const [device, ...more] = await devicesOf(person.userId)
    expect(more).toEqual([])
    const letter = await almaty.as({ kind: 'system' }, (ctx) => newDeviceLetter(ctx, device?.id ?? ''))
    expect(letter).toMatchObject({ to: person.email, subject: 'Вход в учётную запись с нового устройства' })
    expect(letter?.text).toContain('Устройство: Chrome, Windows')
    expect(letter?.text).toContain('http://almaty.localhost:3000/account/sessions')
    // Of the browser's own words nothing is kept.
    const kept = await product.database.rows(
      `select row_to_json(s)::text || row_to_json(d)::text as text from t_almaty.auth_session s
        join t_almaty.auth_device d on d.id = s.device_id where s.user_id = $1`,
      [person.userId],
    )
    expect(JSON.stringify(kept)).not.toContain('139.0')
  })

  it('is every browser without its cookie, and one with another account’s', async () => {
    const [one, other] = [await hire('one'), await hire('other')]
    const browser = await signedIn(one)
    await signedIn(one)
    expect(await devicesOf(one.userId)).toHaveLength(2)
    await signedIn(other, browser)
    expect(await devicesOf(other.userId)).toHaveLength(1)
    await signedIn(one, browser)
    expect(await devicesOf(one.userId), 'the browser still knows the first account').toHaveLength(2)
  })
})

describe('signing out', () => {
  it('ends this browser’s session, or every one', async () => {
    const person = await hire('out')
    const [here, there, elsewhere] = [await signedIn(person), await signedIn(person), await signedIn(person)]
    await here.ask((ctx) => signOut(ctx, false))
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([false, true, true])
    await there.ask((ctx) => signOut(ctx, true))
    expect([await isIn(there), await isIn(elsewhere)]).toEqual([false, false])
  })
})

describe('a forgotten password', () => {
  /** Wishes that were noted for this person so far; the request does not wait for them. */
  const wishesOf = (email: string, expected: number) =>
    vi.waitFor(async () => {
      const rows = await product.database.rows<{ subject_id: string; text: string }>(
        `select o.subject_id, row_to_json(o)::text as text from t_almaty.outbox o
          join t_almaty.auth_user u on u.id = o.refs ->> 'userId'
          where o.event = 'account.resetRequested' and u.email = $1 order by o.id`,
        [email],
      )
      expect(rows).toHaveLength(expected)
      return rows
    })

  const tokenOf = async (subjectId: string) => {
    const letter = await almaty.as({ kind: 'system' }, (ctx) => resetLetter(ctx, subjectId))
    const link = /http\S+/.exec(letter?.text ?? '')?.[0]
    return link ? (new URL(link).searchParams.get('token') ?? '') : undefined
  }

  const ask = (email: string, address: string) => almaty.as(anyone, (ctx) => requestReset(ctx, { email }, address))
  const renew = (token: string, password: string) => almaty.as(anyone, (ctx) => resetPassword(ctx, { token, password }))
  const linkUsed = { fields: { password: 'accounts:error.linkUsed' } }

  it('is replaced once by the mailed link; every session and every other link ends', async () => {
    const person = await hire('forgot')
    const { email } = person
    const before = await signedIn(person)
    await ask(email, '192.0.2.70')
    await ask(email, '192.0.2.70')
    const [wish, other] = await wishesOf(email, 2)
    const [token, otherToken] = [await tokenOf(wish?.subject_id ?? ''), await tokenOf(other?.subject_id ?? '')]
    expect(token).toMatch(/^\w{20,}$/)
    expect(wish?.text).not.toContain(token)

    await expect(renew(token ?? '', 'qwertyuiop123')).rejects.toMatchObject({
      fields: { password: 'common:error.passwordSimple' },
    })
    await renew(token ?? '', second)
    expect(await isIn(before)).toBe(false)
    await expect(enter(email, second)).resolves.toMatchObject({ codeWanted: false })
    await expect(enter(email, person.password)).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(renew(token ?? '', person.password)).rejects.toMatchObject(linkUsed)
    await expect(renew(otherToken ?? '', person.password)).rejects.toMatchObject(linkUsed)
    expect(await tokenOf(wish?.subject_id ?? '')).toBeUndefined()
    expect(await journalOf(person.userId)).toContain(`account.passwordReset ${person.userId}`)
  })

  it('is set by one of two browsers that open the same link at once', async () => {
    const { email } = await hire('twice')
    await ask(email, '192.0.2.72')
    const [wish] = await wishesOf(email, 1)
    const token = (await tokenOf(wish?.subject_id ?? '')) ?? ''
    const results = await Promise.allSettled([renew(token, second), renew(token, `${second} 2`)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('of an unknown address looks the same and sends nothing', async () => {
    const known = await hire('known')
    const count = async () => (await product.database.rows(`select 1 from t_almaty.outbox`)).length
    const before = await count()
    await ask('nobody@almaty.example', '192.0.2.71')
    await ask(known.email, '192.0.2.71')
    await wishesOf(known.email, 1)
    expect(await count()).toBe(before + 1)
  })

  it('does not fill a mailbox: past five in an hour nothing more is sent, and nothing is said', async () => {
    const { email } = await hire('bombed')
    for (let times = 0; times < 5; times += 1) await ask(email, `192.0.2.${80 + times}`)
    await wishesOf(email, 5)
    const last = await hire('last')
    await expect(ask(email, '192.0.2.90')).resolves.toBeUndefined()
    await ask(last.email, '192.0.2.90')
    await wishesOf(last.email, 1)
    await wishesOf(email, 5)
  })
})
