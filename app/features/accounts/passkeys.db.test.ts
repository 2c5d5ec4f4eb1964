import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openAuthenticator, type Lies, type TestAuthenticator } from '#infra/testing/authenticator.ts'
import { hireWithPassword, openBrowser, type Hired, type TestBrowser } from '#infra/testing/browser.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in.server.ts'
import { addPasskey, beginPasskey, listPasskeys, removePasskey, renamePasskey } from './passkeys.server.ts'
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

const originOf = (region: TestRegion) => `http://${region.tenant.slug}.localhost:3000`

async function signedIn({ email, password }: Hired, region = almaty) {
  const browser = openBrowser(product, region)
  const { headers } = await browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), email))
  browser.take(headers)
  return browser
}

const begin = (browser: TestBrowser, password: string) =>
  browser.asPerson((ctx) => beginPasskey(ctx, password, 'Орталық'))

async function add(browser: TestBrowser, password: string, device: TestAuthenticator, lies: Lies = {}) {
  const passkeyReply = device.make(await begin(browser, password), lies)
  await browser.asPerson((ctx) => addPasskey(ctx, { currentPassword: password, name: 'Ноутбук', passkeyReply }, null))
}

/** Somebody with a passkey, the browser it was added in, and the device. */
async function withPasskey(mailbox: string, region = almaty) {
  const person = await hireWithPassword(region, mailbox, 'dispatcher')
  const browser = await signedIn(person, region)
  const device = openAuthenticator(originOf(region))
  await add(browser, person.password, device)
  return { person, browser, device }
}

async function enter(device: TestAuthenticator, lies: Lies = {}, region = almaty, address = device.credentialId) {
  const browser = openBrowser(product, region)
  const options = await browser.ask((ctx) => beginPasskeySignIn(ctx, address))
  const passkeyReply = device.use(options, lies)
  const send = async () =>
    browser.take(await browser.ask((ctx) => signInByPasskey(ctx, { passkeyReply }, browser.form(), address)))
  await send()
  return { browser, again: send }
}

const isIn = (browser: TestBrowser) => browser.ask(async (ctx) => ctx.signedIn !== undefined)
const refused = { name: 'Refusal', message: 'accounts:error.passkeyRefused' }
const notMade = { name: 'Refusal', message: 'accounts:error.passkeyNotMade' }

describe('a passkey', () => {
  it('opens a session without password and code, and says when it was used', async () => {
    const { person, device, browser } = await withPasskey('in')
    const { browser: other } = await enter(device)
    expect(await isIn(other)).toBe(true)
    expect(await browser.asPerson(listPasskeys)).toMatchObject([
      { name: 'Ноутбук', usedOn: expect.stringMatching(/^\d\d\.\d\d\.\d{4}$/) },
    ])
    const lines = await product.database.rows(
      `select j.event, j.facts, s.user_id from t_almaty.journal j join t_almaty.staff_member s on s.id = j.actor_id
        where j.subject_id = $1 and j.event in ('account.passkeyAdded', 'account.signedIn') order by j.id`,
      [person.userId],
    )
    expect(lines).toEqual([
      { event: 'account.signedIn', facts: { provedBy: 'password' }, user_id: person.userId },
      { event: 'account.passkeyAdded', facts: {}, user_id: person.userId },
      { event: 'account.signedIn', facts: { provedBy: 'passkey' }, user_id: person.userId },
    ])
  })

  it('answers a challenge once', async () => {
    const { device } = await withPasskey('once')
    const { again } = await enter(device)
    await expect(again()).rejects.toMatchObject(refused)
  })

  it.each<[string, Lies]>([
    ['at another site', { origin: 'http://evil.example' }],
    ['at the region beside it', { origin: 'http://shymkent.localhost:3000' }],
    ['to a challenge that was never asked', { challenge: 'x'.repeat(43) }],
    ['without finger, face or PIN', { unverified: true }],
  ])('that answers %s opens nothing', async (what, lies) => {
    const { device } = await withPasskey(`lie-${what.length}`)
    await expect(enter(device, lies)).rejects.toMatchObject(refused)
  })

  it('answers within five minutes', async () => {
    const { device } = await withPasskey('late')
    const browser = openBrowser(product, almaty)
    const options = await browser.ask((ctx) => beginPasskeySignIn(ctx, 'late'))
    const passkeyReply = device.use(options)
    almaty.clock.move(new Date(almaty.clock.now().getTime() + 300_000))
    const late = browser.ask((ctx) => signInByPasskey(ctx, { passkeyReply }, browser.form(), 'late'))
    await expect(late).rejects.toMatchObject(refused)
  })

  it('of one region opens nothing in another, nor does its challenge', async () => {
    const { device } = await withPasskey('here')
    const there = openAuthenticator(originOf(shymkent))
    await expect(enter(device, { origin: originOf(shymkent) }, shymkent)).rejects.toMatchObject(refused)
    await expect(enter(there, {}, shymkent)).rejects.toMatchObject(refused)
    const browser = openBrowser(product, almaty)
    const foreign = await openBrowser(product, shymkent).ask((ctx) => beginPasskeySignIn(ctx, 'x'))
    const passkeyReply = device.use({ ...foreign, rpId: 'almaty.localhost' })
    const sent = browser.ask((ctx) => signInByPasskey(ctx, { passkeyReply }, browser.form(), 'x'))
    await expect(sent).rejects.toMatchObject(refused)
  })

  it('opens nothing once it is removed, or its owner works here no more', async () => {
    const { browser, device } = await withPasskey('gone')
    const [passkey] = await browser.asPerson(listPasskeys)
    await browser.asPerson((ctx) => removePasskey(ctx, passkey?.id ?? ''))
    await expect(enter(device)).rejects.toMatchObject(refused)
    const retired = await withPasskey('retired')
    await product.database.rows('update t_almaty.staff_member set retired_at = now() where user_id = $1', [
      retired.person.userId,
    ])
    await expect(enter(retired.device)).rejects.toMatchObject(refused)
  })

  it('whose counter runs back was copied, and is refused', async () => {
    const { person, device } = await withPasskey('copied')
    await product.database.rows('update t_almaty.auth_passkey set counter = 1000 where user_id = $1', [person.userId])
    await expect(enter(device)).rejects.toMatchObject(refused)
  })
})

describe('adding a passkey', () => {
  it('asks for the password first', async () => {
    const person = await hireWithPassword(almaty, 'ask', 'dispatcher')
    const browser = await signedIn(person)
    await expect(begin(browser, 'қате')).rejects.toMatchObject({
      fields: { currentPassword: 'accounts:error.currentPassword' },
    })
  })

  it.each<[string, Lies]>([
    ['made at another site', { origin: 'http://evil.example' }],
    ['made for another challenge', { challenge: 'x'.repeat(43) }],
    ['made without finger, face or PIN', { unverified: true }],
  ])('%s is refused', async (what, lies) => {
    const person = await hireWithPassword(almaty, `made-${what.length}`, 'dispatcher')
    const browser = await signedIn(person)
    await expect(add(browser, person.password, openAuthenticator(originOf(almaty)), lies)).rejects.toMatchObject(
      notMade,
    )
    expect(await browser.asPerson(listPasskeys)).toEqual([])
  })

  it('by the challenge of somebody else, or twice by one, is refused', async () => {
    const [one, other] = [
      await hireWithPassword(almaty, 'one', 'clerk'),
      await hireWithPassword(almaty, 'other', 'clerk'),
    ]
    const [mine, theirs] = [await signedIn(one), await signedIn(other)]
    const device = openAuthenticator(originOf(almaty))
    const passkeyReply = device.make(await begin(mine, one.password))
    const send = (browser: TestBrowser, { password }: Hired) =>
      browser.asPerson((ctx) => addPasskey(ctx, { currentPassword: password, name: undefined, passkeyReply }, null))
    await expect(send(theirs, other)).rejects.toMatchObject(notMade)
    await send(mine, one)
    await expect(send(mine, one)).rejects.toMatchObject(notMade)
  })

  it('gives it a name of the person’s own, which they change; nobody else sees, renames or removes it', async () => {
    const { browser, person } = await withPasskey('name')
    const other = await withPasskey('stranger')
    const neighbour = await withPasskey('name', shymkent)
    const [passkey] = await browser.asPerson(listPasskeys)
    const passkeyId = passkey?.id ?? ''
    await browser.asPerson((ctx) => renamePasskey(ctx, { passkeyId, name: 'Жұмыс ноутбугі' }))
    for (const stranger of [other.browser, neighbour.browser]) {
      expect((await stranger.asPerson(listPasskeys)).map(({ id }) => id)).not.toContain(passkeyId)
      await expect(stranger.asPerson((ctx) => removePasskey(ctx, passkeyId))).rejects.toMatchObject({
        name: 'NotFound',
      })
      const renaming = stranger.asPerson((ctx) => renamePasskey(ctx, { passkeyId, name: 'x' }))
      await expect(renaming).rejects.toMatchObject({ name: 'NotFound' })
    }
    expect(await browser.asPerson(listPasskeys)).toMatchObject([{ id: passkeyId, name: 'Жұмыс ноутбугі' }])
    expect(person.userId).not.toBe(other.person.userId)
  })
})
