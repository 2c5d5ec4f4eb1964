import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { anyone, openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { openAuthenticator } from '#infra/testing/authenticator.ts'
import { hireWithPassword, openBrowser } from '#infra/testing/browser.ts'
import { addAccount } from './core/access/accounts.server.ts'
import type { TenantContext } from './core/context.ts'
import { inTransaction } from './core/transaction.server.ts'
import { SubmitAppeal } from './features/appeals/appeals.schema.ts'
import { accessCode } from './features/appeals/access-code.server.ts'
import { getAppeal } from './features/appeals/appeals.queries.server.ts'
import { submitAppeal } from './features/appeals/submit-appeal.server.ts'
import { trackAppeal } from './features/appeals/track-appeal.server.ts'
import { getWorklist } from './features/worklists/worklist-page.queries.server.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { addHotline } from './features/hotlines/add-hotline.server.ts'
import { getOverview } from './features/regions/overview.queries.server.ts'
import { getAccount } from './features/accounts/account.queries.server.ts'
import { changePassword } from './features/accounts/change-password.server.ts'
import { finishSignIn } from './features/accounts/finish-sign-in.server.ts'
import { beginPasskeySignIn, signInByPasskey } from './features/accounts/passkey-sign-in.server.ts'
import { addPasskey, beginPasskey } from './features/accounts/passkeys.server.ts'
import { requestReset } from './features/accounts/reset-password.server.ts'
import { secondFactorPage } from './features/accounts/second-factor-page.server.ts'
import { confirmSecondFactor, proposeSecondFactor } from './features/accounts/second-factor.server.ts'
import { signIn } from './features/accounts/sign-in.server.ts'
import { signOut } from './features/accounts/sign-out.server.ts'
import { codeAt } from './features/accounts/totp.server.ts'
import { addStaffMember } from './features/staff/public.server.ts'
import { getRegion } from './features/regions/regions.queries.server.ts'

let product: TestProduct

// A pool of one: whatever holds a connection and asks for a second waits for itself, and fails here.
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'), 1)
})
afterAll(() => product?.close())

const email = 'one@almaty.example'
const password = 'бір ғана қосылыс'
const post = (cookie = '') => new Request('http://almaty.localhost/', { headers: { Cookie: cookie } })

describe('a request never holds two connections', () => {
  it('when a resident files, and tracks, after the page was read', async () => {
    const { almaty } = product
    const input = SubmitAppeal.parse({
      submissionKey: crypto.randomUUID(),
      text: 'Аулада шам жанбайды.',
      address: 'Алматы, Абай 10',
      fullName: 'Сынақова Әсел',
      iin: '900515300018',
      email,
      language: 'kk',
    })
    const id = await almaty.as(anyone, async (ctx) => {
      await getRegion(ctx)
      const id = await submitAppeal(ctx, input, '192.0.2.100')
      await getRegion(ctx)
      return id
    })
    const appeal = await almaty.as(almaty.dispatcher, (ctx) => getAppeal(ctx, id))
    const tracked = await almaty.as(anyone, async (ctx) => {
      await getRegion(ctx)
      return trackAppeal(ctx, { number: appeal.number ?? '', code: accessCode(ctx, appeal) }, '192.0.2.1')
    })
    expect(tracked.appealId).toBe(id)
  })

  it('when staff sign in, come back with their cookie, and forget their password', async () => {
    const { almaty } = product
    // better-auth goes by the real clock.
    almaty.clock.move(new Date())
    await almaty.as({ kind: 'system' }, async (ctx) => {
      await getRegion(ctx)
      const passwordHash = await ctx.identity.hash(password)
      await inTransaction(ctx, async (ctx) => {
        const userId = await addAccount(ctx, { email, name: 'Біреу', passwordHash })
        const member = { fullName: 'Біреу', roles: ['dispatcher'], agencyId: null, locale: 'kk' } as const
        await addStaffMember(ctx, userId ?? '', member)
      })
    })
    const { headers } = await almaty.as(anyone, async (ctx) => {
      await getRegion(ctx)
      return signIn(ctx, { email, password }, post(), '192.0.2.2')
    })
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await almaty.as(anyone, async (ctx) => {
      await getRegion(ctx)
      await requestReset(ctx, { email }, '192.0.2.2')
    })
    const asking = { requestId: 'r', headers: post(cookie).headers, pathLocale: undefined, wishedLocale: undefined }
    const { ctx, close } = await product.installation.tenantRequest(almaty.tenant, asking)
    expect(ctx.signedIn?.person).toMatchObject({ kind: 'staff', name: 'Біреу' })
    await getRegion(ctx)
    await signOut(ctx, true)
    await close()
    await vi.waitFor(async () => {
      const wishes = await product.database.rows(`select 1 from t_almaty.outbox where event = 'account.resetRequested'`)
      expect(wishes).toHaveLength(1)
    })
  })

  it('when an administrator changes something and takes it back', async () => {
    const { almaty } = product
    const input = { submissionKey: crypto.randomUUID(), kind: 'short', number: '1414' } as const
    await almaty.as(almaty.admin, async (ctx) => {
      await getOverview(ctx)
      const changed = await addHotline(ctx, input)
      await getOverview(ctx)
      await undoChange(ctx, changed ?? '', { submissionKey: crypto.randomUUID() })
      expect((await getRegion(ctx)).hotlines.map(({ number }) => number)).not.toContain('1414')
    })
  })

  it('when a person sets an app and a passkey up, signs in by both, and changes the password', async () => {
    const { almaty } = product
    almaty.clock.move(new Date())
    const person = await hireWithPassword(almaty, 'both', 'regionAdmin')
    const browser = openBrowser(product, almaty)
    const givePassword = async () =>
      browser.take((await browser.ask((ctx) => signIn(ctx, person, browser.form(), '192.0.2.3'))).headers)
    await givePassword()
    await browser.asPerson(async (ctx) => {
      await getRegion(ctx as TenantContext)
      await proposeSecondFactor(ctx, undefined)
    })
    const { proposal } = await browser.asPerson(secondFactorPage)
    const key = proposal?.key.replaceAll(' ', '') ?? ''
    const code = () => ({ secondFactorCode: codeAt(key, almaty.clock.now()) })
    await browser.asPerson((ctx) => confirmSecondFactor(ctx, code()))
    almaty.clock.move(new Date(almaty.clock.now().getTime() + 30_000))
    await givePassword()
    browser.take(await browser.ask((ctx) => finishSignIn(ctx, code(), browser.form(), '192.0.2.3')))

    const currentPassword = person.password
    const device = openAuthenticator('http://almaty.localhost:3000')
    const making = await browser.asPerson((ctx) => beginPasskey(ctx, currentPassword, 'Орталық'))
    const made = { currentPassword, name: undefined, passkeyReply: device.make(making) }
    await browser.asPerson((ctx) => addPasskey(ctx, made, null))
    const passkeyReply = device.use(await browser.ask((ctx) => beginPasskeySignIn(ctx, '192.0.2.3')))
    browser.take(await browser.ask((ctx) => signInByPasskey(ctx, { passkeyReply }, browser.form(), '192.0.2.3')))
    await browser.asPerson(async (ctx) => {
      expect((await getAccount(ctx)).passkeys).toBe(1)
      await changePassword(ctx, { currentPassword, password: 'таңғы ауа таза екен' })
      await getRegion(ctx as TenantContext)
    })
  })

  it('when many loaders of many requests read at once', async () => {
    const { almaty, shymkent } = product
    const pages = await Promise.all(
      [almaty, shymkent, almaty, shymkent].map((region) =>
        region.as(region.dispatcher, (ctx) =>
          Promise.all([getRegion(ctx), getWorklist(ctx, new URLSearchParams()), getRegion(ctx)]),
        ),
      ),
    )
    expect(pages.map(([region]) => region.name)).toEqual([
      'Алматы қаласы',
      'Шымкент қаласы',
      'Алматы қаласы',
      'Шымкент қаласы',
    ])
  })
})
