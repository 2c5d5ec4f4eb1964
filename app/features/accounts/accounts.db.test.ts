import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { addAccount } from '#app/core/access/accounts.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { resetLetter } from './account-mails.server.ts'
import { requestReset, resetPassword } from './reset-password.server.ts'
import { signIn } from './sign-in.server.ts'
import { signOut } from './sign-out.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const first = 'бірінші құпиясөз'
const second = 'екінші құпиясөз'
const post = (cookie = '') => new Request('http://almaty.localhost/sign-in', { headers: { Cookie: cookie } })

async function account(email: string): Promise<string> {
  await almaty.as({ kind: 'system' }, async (ctx) => {
    const passwordHash = await ctx.identity.hash(first)
    await inTransaction(ctx, (ctx) => addAccount(ctx, { email, name: 'Біреу', passwordHash }))
  })
  return email
}

const enter = (email: string, password: string, address = email) =>
  almaty.as(anyone, (ctx) => signIn(ctx, { email, password }, post(), address))

const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
const isIn = async (cookie: string) =>
  (await almaty.as(anyone, (ctx) => ctx.identity.userIdOf(post(cookie).headers))) !== undefined

describe('signing in', () => {
  it('gives a cookie that no script can read and no other site can send', async () => {
    const headers = await enter(await account('in@almaty.example'), first)
    expect(headers.getSetCookie()[0]).toMatch(/^bt_staff=[^;]+;.*HttpOnly;.*SameSite=Lax/i)
    expect(await isIn(cookieOf(headers))).toBe(true)
  })

  it('says the same for a wrong password and for an unknown address', async () => {
    const email = await account('wrong@almaty.example')
    const wrong = { name: 'InvalidInput', fields: { password: 'accounts:error.wrong' } }
    await expect(enter(email, second)).rejects.toMatchObject(wrong)
    await expect(enter('nobody@almaty.example', first)).rejects.toMatchObject(wrong)
  })

  it('is refused after ten tries from one address, and never to the person elsewhere', async () => {
    const email = await account('attacked@almaty.example')
    for (let tries = 0; tries < 10; tries += 1) {
      await expect(enter(email, second, '192.0.2.66')).rejects.toMatchObject({ name: 'InvalidInput' })
    }
    await expect(enter(email, first, '192.0.2.66')).rejects.toMatchObject({ name: 'TooManyTries' })
    await expect(enter(email, first, '192.0.2.67')).resolves.toBeInstanceOf(Headers)
  })

  it('in one region is no sign-in in another', async () => {
    const cookie = cookieOf(await enter(await account('here@almaty.example'), first))
    await expect(shymkent.as(anyone, (ctx) => ctx.identity.userIdOf(post(cookie).headers))).resolves.toBeUndefined()
  })
})

describe('signing out', () => {
  it('ends this browser’s session, or every one', async () => {
    const email = await account('out@almaty.example')
    const [here, there, elsewhere] = [
      cookieOf(await enter(email, first)),
      cookieOf(await enter(email, first)),
      cookieOf(await enter(email, first)),
    ]
    await almaty.as(anyone, (ctx) => signOut(ctx, false, post(here)))
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([false, true, true])
    await almaty.as(anyone, (ctx) => signOut(ctx, true, post(there)))
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
    const email = await account('forgot@almaty.example')
    const cookie = cookieOf(await enter(email, first))
    await ask(email, '192.0.2.70')
    await ask(email, '192.0.2.70')
    const [wish, other] = await wishesOf(email, 2)
    const [token, otherToken] = [await tokenOf(wish?.subject_id ?? ''), await tokenOf(other?.subject_id ?? '')]
    expect(token).toMatch(/^\w{20,}$/)
    expect(wish?.text).not.toContain(token)

    await renew(token ?? '', second)
    expect(await isIn(cookie)).toBe(false)
    await expect(enter(email, second)).resolves.toBeInstanceOf(Headers)
    await expect(enter(email, first)).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(renew(token ?? '', first)).rejects.toMatchObject(linkUsed)
    await expect(renew(otherToken ?? '', first)).rejects.toMatchObject(linkUsed)
    expect(await tokenOf(wish?.subject_id ?? '')).toBeUndefined()
  })

  it('of an unknown address looks the same and sends nothing', async () => {
    const known = await account('known@almaty.example')
    const count = async () => (await product.database.rows(`select 1 from t_almaty.outbox`)).length
    const before = await count()
    await ask('nobody@almaty.example', '192.0.2.71')
    await ask(known, '192.0.2.71')
    await wishesOf(known, 1)
    expect(await count()).toBe(before + 1)
  })

  it('does not fill a mailbox: past five in an hour nothing more is sent, and nothing is said', async () => {
    const email = await account('bombed@almaty.example')
    for (let times = 0; times < 5; times += 1) await ask(email, `192.0.2.${80 + times}`)
    await wishesOf(email, 5)
    const last = await account('last@almaty.example')
    await expect(ask(email, '192.0.2.90')).resolves.toBeUndefined()
    await ask(last, '192.0.2.90')
    await wishesOf(last, 1)
    await wishesOf(email, 5)
  })
})
