import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import { openAuthenticator } from '#infra/testing/authenticator.ts'
import { hireWithPassword, openBrowser, type Hired, type TestBrowser } from '#infra/testing/browser.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { accountLetter } from './account-notices.server.ts'
import { finishSignIn } from './finish-sign-in.server.ts'
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in.server.ts'
import { addPasskey, beginPasskey } from './passkeys.server.ts'
import { resetSecondFactor } from './reset-second-factor.server.ts'
import { readSecondFactor } from './second-factor.queries.server.ts'
import { confirmSecondFactor, proposeSecondFactor, switchOffSecondFactor } from './second-factor.server.ts'
import { signIn } from './sign-in.server.ts'
import { codeAt } from './totp.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  // better-auth goes by the real clock.
  const begin = new Date()
  for (const region of [almaty, shymkent]) region.clock.move(begin)
})
afterAll(() => product?.close())

const now = () => almaty.clock.now()
/** Lets every app show its next code. */
const nextCode = () => {
  const next = new Date(now().getTime() + 30_000)
  for (const region of [almaty, shymkent]) region.clock.move(next)
}

async function givePassword({ email, password }: Hired, browser: TestBrowser) {
  const step = await browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), email))
  browser.take(step.headers)
  return step.codeWanted
}

/** Sets an app up for who is signed in; its key and the recovery codes. */
async function setUpApp(browser: TestBrowser) {
  await browser.asPerson((ctx) => proposeSecondFactor(ctx, undefined))
  const key = await browser.asPerson(
    async (ctx) => (await readSecondFactor(ctx, ctx.signedIn.userId))?.proposedKey ?? '',
  )
  const secondFactorCode = codeAt(key, now())
  const codes = await browser.asPerson((ctx) => confirmSecondFactor(ctx, { secondFactorCode }))
  nextCode()
  return { key, codes }
}

/** Somebody signed in, with an app. */
async function withApp(mailbox: string, role: StaffRole, region = almaty) {
  const person = await hireWithPassword(region, mailbox, role)
  const browser = openBrowser(product, region)
  await givePassword(person, browser)
  const [member] = await product.database.rows<{ id: string }>(
    `select id from t_${region.tenant.slug}.staff_member where user_id = $1`,
    [person.userId],
  )
  return { person, browser, staffMemberId: member?.id ?? '', ...(await setUpApp(browser)) }
}

type WithApp = Awaited<ReturnType<typeof withApp>>

/** `admin` resets the second factor of `staffMemberId`, proving to be themselves as asked. */
const reset = (admin: WithApp, staffMemberId: string, proof: { password?: string; code?: string } = {}) =>
  admin.browser.ask((ctx) =>
    resetSecondFactor(ctx, staffMemberId, {
      currentPassword: proof.password ?? admin.person.password,
      secondFactorCode: proof.code ?? codeAt(admin.key, now()),
    }),
  )

async function addPasskeyTo({ browser, person: { password } }: WithApp) {
  const device = openAuthenticator('http://almaty.localhost:3000')
  const options = await browser.asPerson((ctx) => beginPasskey(ctx, password, 'Орталық'))
  const passkeyReply = device.make(options)
  await browser.asPerson((ctx) => addPasskey(ctx, { currentPassword: password, name: 'Ноутбук', passkeyReply }, null))
  return device
}

const isIn = (browser: TestBrowser) => browser.ask(async (ctx) => ctx.signedIn !== undefined)
const forbidden = { name: 'ForbiddenError' }

describe('a colleague’s second factor', () => {
  it('is taken away whole: app, recovery codes, passkeys and every session; the password alone leads to a new app', async () => {
    const admin = await withApp('admin-1', 'regionAdmin')
    const colleague = await withApp('lost-1', 'regionAdmin')
    const device = await addPasskeyTo(colleague)
    const waiting = openBrowser(product, almaty)
    expect(await givePassword(colleague.person, waiting)).toBe(true)

    await reset(admin, colleague.staffMemberId)
    nextCode()
    expect(await isIn(colleague.browser)).toBe(false)
    // What the colleague had beside the password opens nothing, in a browser that has given it before neither.
    const recoveryCode = colleague.codes[0] ?? ''
    for (const step of [{ recoveryCode }, { secondFactorCode: codeAt(colleague.key, now()) }]) {
      const finishing = waiting.ask((ctx) => finishSignIn(ctx, step, waiting.form(), '192.0.2.1'))
      await expect(finishing).rejects.toMatchObject({ name: 'SignInNeeded' })
    }
    const stranger = openBrowser(product, almaty)
    const options = await stranger.ask((ctx) => beginPasskeySignIn(ctx, '192.0.2.2'))
    const byPasskey = stranger.ask((ctx) =>
      signInByPasskey(ctx, { passkeyReply: device.use(options) }, stranger.form(), '192.0.2.2'),
    )
    await expect(byPasskey).rejects.toMatchObject({ message: 'accounts:error.passkeyRefused' })

    const anew = openBrowser(product, almaty)
    await expect(givePassword({ ...colleague.person, password: 'басқа құпиясөз' }, anew)).rejects.toMatchObject({
      name: 'InvalidInput',
    })
    expect(await givePassword(colleague.person, anew)).toBe(false)
    expect(await anew.ask(async (ctx) => ctx.principal.kind), 'nobody before a new app stands').toBe('resident')
    await setUpApp(anew)
    expect(await anew.ask(async (ctx) => ctx.principal.kind)).toBe('staff')
  })

  it('must be set up anew by whoever had one of their own free will, and cannot be switched off instead', async () => {
    const admin = await withApp('admin-2', 'regionAdmin')
    const colleague = await withApp('lost-2', 'dispatcher')
    await reset(admin, colleague.staffMemberId)
    nextCode()
    const anew = openBrowser(product, almaty)
    await givePassword(colleague.person, anew)
    expect(await anew.ask(async (ctx) => ctx.principal.kind)).toBe('resident')
    const off = () => anew.asPerson((ctx) => switchOffSecondFactor(ctx, colleague.person.password))
    await expect(off()).rejects.toMatchObject({ message: 'accounts:error.notOn' })
    expect(await anew.ask(async (ctx) => ctx.signedIn?.secondFactorDue)).toBe(true)
    await setUpApp(anew)
    expect(await anew.ask(async (ctx) => ctx.principal.kind)).toBe('staff')
    // From then on it is their own again.
    await off()
    expect(await anew.ask(async (ctx) => ctx.principal.kind)).toBe('staff')
  })

  it('stands in the journal as the administrator’s act, with ids alone', async () => {
    const admin = await withApp('admin-3', 'regionAdmin')
    const colleague = await withApp('lost-3', 'clerk')
    await reset(admin, colleague.staffMemberId)
    nextCode()
    const lines = await product.database.rows(
      `select actor_kind, actor_id, fields, refs, facts from t_almaty.journal
        where event = 'account.secondFactorReset' and subject_id = $1`,
      [colleague.person.userId],
    )
    expect(lines).toEqual([
      {
        actor_kind: 'staff',
        actor_id: admin.staffMemberId,
        fields: [],
        refs: { staffMemberId: colleague.staffMemberId },
        facts: {},
      },
    ])
  })

  it('is told to the colleague by mail: when, by whom and what comes next', async () => {
    const admin = await withApp('admin-11', 'regionAdmin')
    const colleague = await withApp('lost-7', 'clerk')
    await reset(admin, colleague.staffMemberId)
    const at = now()
    nextCode()
    const { userId } = colleague.person
    const [event] = await product.database.rows<{ id: string }>(
      `select id from t_almaty.outbox where event = 'account.secondFactorReset' and subject_id = $1`,
      [userId],
    )
    const letter = await almaty.as({ kind: 'system' }, (ctx) =>
      accountLetter(ctx, { id: event?.id ?? '', subjectId: userId }, 'secondFactorReset'),
    )
    expect(letter).toMatchObject({ to: colleague.person.email, subject: 'Двухэтапный вход сброшен' })
    expect(letter?.text).toContain(`Время: ${formatMoment(at, 'Asia/Almaty')}\nКто сбросил: Сынақ Сынақұлы`)
    expect(letter?.text).toContain('Войдите по своему паролю и настройте двухэтапный вход заново')
  })

  it('is not there to take away twice, and the one code of an administrator resets one colleague', async () => {
    const admin = await withApp('admin-4', 'regionAdmin')
    const [one, other] = [await withApp('lost-4', 'clerk'), await withApp('lost-5', 'clerk')]
    const code = codeAt(admin.key, now())
    await reset(admin, one.staffMemberId, { code })
    await expect(reset(admin, one.staffMemberId, { code })).rejects.toMatchObject({
      message: 'accounts:error.nothingToReset',
    })
    await expect(reset(admin, other.staffMemberId, { code })).rejects.toMatchObject({
      fields: { secondFactorCode: 'accounts:error.codeUsed' },
    })
    expect(await isIn(other.browser)).toBe(true)
    nextCode()
  })

  it('ends with the mailed links to a new password: a mailbox is not enough to come in', async () => {
    const admin = await withApp('admin-5', 'regionAdmin')
    const colleague = await withApp('lost-6', 'clerk')
    await product.database.rows(
      `insert into t_almaty.auth_verification values ('wish', 'reset-password:token', $1, now() + interval '1 hour', now(), now())`,
      [colleague.person.userId],
    )
    await reset(admin, colleague.staffMemberId)
    nextCode()
    expect(
      await product.database.rows(`select 1 from t_almaty.auth_verification where value = $1`, [
        colleague.person.userId,
      ]),
    ).toEqual([])
  })

  it('of two administrators who reset each other at once: one is through, the other has nothing left to prove with', async () => {
    const [one, other] = [await withApp('admin-6', 'regionAdmin'), await withApp('admin-7', 'regionAdmin')]
    const results = await Promise.allSettled([reset(one, other.staffMemberId), reset(other, one.staffMemberId)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [refused] = results.filter((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({ name: 'InvalidInput' })
    nextCode()
  })
})

describe('nobody takes a second factor away', () => {
  it('without the administrator’s own password and code: a session alone is not enough', async () => {
    const admin = await withApp('admin-8', 'regionAdmin')
    const colleague = await withApp('kept-1', 'clerk')
    await expect(reset(admin, colleague.staffMemberId, { password: 'қате' })).rejects.toMatchObject({
      fields: { currentPassword: 'accounts:error.currentPassword' },
    })
    for (const code of ['000000', codeAt(colleague.key, now())])
      await expect(reset(admin, colleague.staffMemberId, { code })).rejects.toMatchObject({
        fields: { secondFactorCode: 'accounts:error.codeWrong' },
      })
    for (let tries = 2; tries < 10; tries += 1)
      await expect(reset(admin, colleague.staffMemberId, { code: '000000' })).rejects.toMatchObject({
        name: 'InvalidInput',
      })
    await expect(reset(admin, colleague.staffMemberId)).rejects.toMatchObject({ name: 'TooManyTries' })
    expect(await isIn(colleague.browser)).toBe(true)
  })

  it('of themselves, of who works here no more, or without being an administrator', async () => {
    const admin = await withApp('admin-9', 'regionAdmin')
    await expect(reset(admin, admin.staffMemberId)).rejects.toMatchObject(forbidden)
    const retired = await withApp('retired', 'clerk')
    await product.database.rows(`update t_almaty.staff_member set retired_at = now() where id = $1`, [
      retired.staffMemberId,
    ])
    await expect(reset(admin, retired.staffMemberId)).rejects.toMatchObject({ name: 'NotFound' })
    for (const [at, role] of (['dispatcher', 'clerk', 'agencyHead', 'centreHead'] as const).entries()) {
      const nobody = await withApp(`not-admin-${at}`, role)
      await expect(reset(nobody, admin.staffMemberId)).rejects.toMatchObject(forbidden)
    }
    expect(await isIn(admin.browser)).toBe(true)
  })

  it('in another region', async () => {
    const admin = await withApp('admin-10', 'regionAdmin')
    const neighbour = await withApp('neighbour', 'clerk', shymkent)
    await expect(reset(admin, neighbour.staffMemberId)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await isIn(neighbour.browser)).toBe(true)
  })
})
