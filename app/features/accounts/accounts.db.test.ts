import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
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
  it('is replaced once by the mailed link, and every session ends', async () => {
    const email = await account('forgot@almaty.example')
    const cookie = cookieOf(await enter(email, first))
    await almaty.as(anyone, (ctx) => requestReset(ctx, { email }, '192.0.2.70'))
    const [row] = await product.database.rows<{ subject_id: string; text: string }>(
      `select subject_id, row_to_json(o)::text as text from t_almaty.outbox o where event = 'account.resetRequested'`,
    )
    const letter = await almaty.as({ kind: 'system' }, (ctx) => resetLetter(ctx, row?.subject_id ?? ''))
    const token = new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? '').searchParams.get('token') ?? ''
    expect(letter?.to).toBe(email)
    expect(row?.text).not.toContain(token)

    await almaty.as(anyone, (ctx) => resetPassword(ctx, { token, password: second }))
    expect(await isIn(cookie)).toBe(false)
    await expect(enter(email, second)).resolves.toBeInstanceOf(Headers)
    await expect(enter(email, first)).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(almaty.as(anyone, (ctx) => resetPassword(ctx, { token, password: first }))).rejects.toMatchObject({
      fields: { password: 'accounts:error.linkUsed' },
    })
    await expect(
      almaty.as({ kind: 'system' }, (ctx) => resetLetter(ctx, row?.subject_id ?? '')),
    ).resolves.toBeUndefined()
  })

  it('of an unknown address looks the same and sends nothing', async () => {
    const count = async () => (await product.database.rows(`select 1 from t_almaty.outbox`)).length
    const before = await count()
    await almaty.as(anyone, (ctx) => requestReset(ctx, { email: 'nobody@almaty.example' }, '192.0.2.71'))
    expect(await count()).toBe(before)
  })
})
