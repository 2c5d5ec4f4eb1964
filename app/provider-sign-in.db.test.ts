import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hireWithPassword, openBrowser, type TestBrowser } from '#infra/testing/browser.ts'
import { startProvider, walkThrough, type TestProvider } from '#infra/testing/openid-provider.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { paths } from '#app/core/paths.ts'
import { addProviderRole } from '#app/features/providers/change-provider-roles.server.ts'
import { changeProvider } from '#app/features/providers/change-provider.server.ts'
import { ChangeProvider } from '#app/features/providers/providers.schema.ts'
import { beginProviderSignIn } from '#app/features/accounts/begin-provider-sign-in.server.ts'
import { enterByProvider } from '#app/features/accounts/enter-by-provider.server.ts'
import { keepSecondFactor } from '#app/features/accounts/second-factor.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { newKey } from '#app/features/accounts/totp.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let provider: TestProvider
let other: TestProvider

const callbackOf = (slug: string) => `http://${slug}.localhost:3000${paths.providerCallback()}`

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  // Tokens go by the real clock.
  for (const region of [almaty, shymkent]) region.clock.move(new Date())
  provider = await startProvider([callbackOf('almaty')])
  other = await startProvider([callbackOf('almaty'), callbackOf('shymkent')])
  await configure(almaty, {})
  await configure(shymkent, { issuer: other.issuer })
  for (const region of [almaty, shymkent]) {
    await mapRole(region, 'bt-dispatchers', 'dispatcher')
    await mapRole(region, 'bt-transport', 'clerk', 'passenger-transport')
    await mapRole(region, 'bt-admins', 'regionAdmin')
  }
})
afterAll(async () => {
  await product?.close()
  await provider?.close()
  await other?.close()
})

const settings = (more: Readonly<Record<string, unknown>>) => ({
  submissionKey: randomUUID(),
  version: 0,
  enabled: 'yes',
  nameKk: 'Әкімдік тіркелгісімен кіру',
  nameRu: 'Войти через учётную запись акимата',
  nameEn: 'Sign in with the akimat account',
  issuer: provider.issuer,
  clientId: provider.client.id,
  clientSecret: provider.client.secret,
  scopes: 'roles',
  rolesClaim: 'groups',
  unknownPeople: 'refuse',
  ownSignIn: 'yes',
  ...more,
})

/** Sets the region's provider as its administrator does, whatever stood before. */
async function configure(region: TestRegion, more: Readonly<Record<string, unknown>>): Promise<void> {
  await region.as(region.admin, async (ctx) => {
    const former = await ctx.db.selectFrom('identityProvider').select('version').executeTakeFirst()
    return changeProvider(ctx, ChangeProvider.parse(settings({ version: former?.version ?? 0, ...more })))
  })
}

function mapRole(
  region: TestRegion,
  claimValue: string,
  role: 'dispatcher' | 'clerk' | 'regionAdmin',
  agency?: string,
) {
  return region.as(region.admin, async (ctx) => {
    const found = agency
      ? await ctx.db.selectFrom('agency').select('id').where('slug', '=', agency).executeTakeFirstOrThrow()
      : undefined
    return addProviderRole(ctx, { submissionKey: randomUUID(), claimValue, role, agencyId: found?.id ?? null })
  })
}

/** Somebody whom the provider knows by `login`, with an address at the region. */
function known(login: string, groups: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const claims = { email: `${login}@almaty.example`, email_verified: true, name: `Есім ${login}`, groups, ...more }
  provider.people.set(login, claims)
  other.people.set(login, claims)
}

const begin = async (browser: TestBrowser) => {
  const { door, headers } = await browser.ask((ctx) => beginProviderSignIn(ctx, '/desk?a=1', login()))
  browser.take(headers)
  return door
}

let addresses = 0
const login = () => `192.0.2.${(addresses += 1)}`

const finish = (browser: TestBrowser, back: URL) =>
  browser.ask((ctx) => enterByProvider(ctx, new Request(back, { headers: browser.form().headers }), login()))

/** A whole sign-in in a browser of its own. */
async function signedInAs(name: string, region = almaty, at = provider) {
  const browser = openBrowser(product, region)
  const back = await walkThrough(at, await begin(browser), name)
  const step = await finish(browser, back)
  browser.take(step.headers)
  return { browser, back, ...step }
}

const notLetIn = (problem: string) => expect.objectContaining({ name: 'NotLetIn', problem })
const whoIs = (browser: TestBrowser) =>
  browser.ask(async (ctx) => ctx.signedIn?.person.kind === 'staff' && ctx.signedIn.person)

const rolesOf = async (email: string) => {
  const [row] = await product.database.rows<{ roles: StaffRole[] }>(
    'select roles from t_almaty.staff_member s join t_almaty.auth_user u on u.id = s.user_id where u.email = $1',
    [email],
  )
  return row?.roles
}

const eventsOf = async (userId: string) =>
  (
    await product.database.rows<{ event: string }>(
      `select event from t_almaty.journal where subject_id = $1 or subject_id =
        (select id from t_almaty.staff_member where user_id = $1) order by id`,
      [userId],
    )
  ).map(({ event }) => event)

describe('a member of the staff whom the provider vouches for', () => {
  it('comes in, is linked once and told so, and has the roles of the claim', async () => {
    const { userId, email } = await hireWithPassword(almaty, 'linked', 'receptionist')
    known('linked', ['bt-dispatchers'])
    const { browser, next, codeWanted } = await signedInAs('linked')
    expect([next, codeWanted]).toEqual(['/desk?a=1', false])
    expect(await whoIs(browser)).toMatchObject({ roles: ['receptionist', 'dispatcher'] })
    await signedInAs('linked')
    expect(await eventsOf(userId)).toEqual([
      'staff.followedProvider',
      'account.providerLinked',
      'account.signedIn',
      'account.signedIn',
    ])
    const told = await product.database.rows(`select 1 from t_almaty.outbox where event = 'account.providerLinked'`)
    expect(told).toHaveLength(1)
    // The word of the issuer counts from now on, whatever address it gives.
    known('linked', ['bt-dispatchers'], { email: 'elsewhere@almaty.example', email_verified: false })
    await signedInAs('linked')
    expect(await rolesOf(email)).toEqual(['receptionist', 'dispatcher'])
  })

  it('loses what the claim no longer gives, keeps what the region gave, and comes into an agency', async () => {
    await hireWithPassword(almaty, 'moved', 'receptionist', 'dispatcher')
    known('moved', ['bt-transport', 'something else'])
    const { browser } = await signedInAs('moved')
    const transport = almaty.clerks['passenger-transport'].agencyId
    expect(await whoIs(browser)).toMatchObject({ roles: ['receptionist', 'clerk'], agencyId: transport })
    known('moved', [])
    await signedInAs('moved')
    expect(await whoIs(browser)).toMatchObject({ roles: ['receptionist'], agencyId: null })
  })

  it('without any role left is not let in, and open sessions end', async () => {
    const { email } = await hireWithPassword(almaty, 'bare', 'dispatcher')
    known('bare', ['bt-dispatchers'])
    const { browser } = await signedInAs('bare')
    known('bare', ['nothing of ours'])
    await expect(signedInAs('bare')).rejects.toThrow(notLetIn('noRole'))
    expect([await whoIs(browser), await rolesOf(email)]).toEqual([false, []])
  })
})

describe('somebody whom the provider does not vouch for', () => {
  it('is not linked by an address that was not verified', async () => {
    await hireWithPassword(almaty, 'claimed', 'dispatcher')
    for (const verified of [false, 'true', undefined]) {
      known('claimed', ['bt-admins'], { email_verified: verified })
      await expect(signedInAs('claimed')).rejects.toThrow(notLetIn('unverified'))
    }
  })

  it('does not take over the account of another of the provider’s people', async () => {
    await hireWithPassword(almaty, 'mine', 'dispatcher')
    known('mine', ['bt-dispatchers'])
    await signedInAs('mine')
    known('thief', ['bt-dispatchers'], { email: 'mine@almaty.example' })
    await expect(signedInAs('thief')).rejects.toThrow(notLetIn('otherPerson'))
  })

  it('stays out when retired, linked before or not', async () => {
    const { userId } = await hireWithPassword(almaty, 'gone', 'dispatcher')
    known('gone', ['bt-dispatchers'])
    await signedInAs('gone')
    const retire = 'update t_almaty.staff_member set retired_at = now() where user_id = $1'
    await product.database.rows(retire, [userId])
    await expect(signedInAs('gone')).rejects.toThrow(notLetIn('retired'))
    const never = await hireWithPassword(almaty, 'neverlinked', 'dispatcher')
    await product.database.rows(retire, [never.userId])
    known('neverlinked', ['bt-dispatchers'])
    await expect(signedInAs('neverlinked')).rejects.toThrow(notLetIn('retired'))
  })

  it('stays out when the provider itself says no', async () => {
    await expect(signedInAs('')).rejects.toThrow(notLetIn('denied'))
  })
})

describe('somebody whom nobody here knows', () => {
  it('is refused, or becomes staff with the roles of the claim, as the region says', async () => {
    known('newcomer', ['bt-transport'])
    await expect(signedInAs('newcomer')).rejects.toThrow(notLetIn('unknown'))
    await configure(almaty, { unknownPeople: 'join' })
    const { browser } = await signedInAs('newcomer')
    const transport = almaty.clerks['passenger-transport'].agencyId
    expect(await whoIs(browser)).toMatchObject({ name: 'Есім newcomer', roles: ['clerk'], agencyId: transport })
    known('guest', ['nothing of ours'])
    await expect(signedInAs('guest')).rejects.toThrow(notLetIn('noRole'))
    expect(await rolesOf('guest@almaty.example')).toBeUndefined()
    known('unsure', ['bt-transport'], { email_verified: false })
    await expect(signedInAs('unsure')).rejects.toThrow(notLetIn('unverified'))
    await configure(almaty, {})
  })
})

describe('an answer of the provider', () => {
  it('is taken once', async () => {
    await hireWithPassword(almaty, 'once', 'dispatcher')
    known('once', ['bt-dispatchers'])
    const browser = openBrowser(product, almaty)
    const back = await walkThrough(provider, await begin(browser), 'once')
    await finish(browser, back)
    // The cookie still stands: nothing of the first answer was taken into this browser.
    await expect(finish(browser, back)).rejects.toThrow(notLetIn('lost'))
  })

  it('is taken in the browser that asked, with its own state, and in time', async () => {
    known('there', ['bt-dispatchers'])
    const browser = openBrowser(product, almaty)
    const back = await walkThrough(provider, await begin(browser), 'there')
    await expect(finish(openBrowser(product, almaty), back)).rejects.toThrow(notLetIn('lost'))
    const second = openBrowser(product, almaty)
    await begin(second)
    await expect(finish(second, back)).rejects.toThrow(notLetIn('lost'))
    almaty.clock.move(new Date(Date.now() + 16 * 60_000))
    await expect(finish(browser, back)).rejects.toThrow(notLetIn('lost'))
    almaty.clock.move(new Date())
  })

  it('with a code of another sign-in is refused: its proof does not fit', async () => {
    known('mixed', ['bt-dispatchers'])
    const [one, two] = [openBrowser(product, almaty), openBrowser(product, almaty)]
    const first = await walkThrough(provider, await begin(one), 'mixed')
    const second = await walkThrough(provider, await begin(two), 'mixed')
    first.searchParams.set('code', second.searchParams.get('code') ?? '')
    await expect(finish(one, first)).rejects.toThrow(notLetIn('failed'))
  })

  it('of another issuer than was asked is refused, by what it says and by what was remembered', async () => {
    known('misled', ['bt-dispatchers'])
    const browser = openBrowser(product, almaty)
    const back = await walkThrough(provider, await begin(browser), 'misled')
    back.searchParams.set('iss', other.issuer)
    await expect(finish(browser, back)).rejects.toThrow(notLetIn('failed'))
    const later = openBrowser(product, almaty)
    const answer = await walkThrough(provider, await begin(later), 'misled')
    await configure(almaty, { issuer: other.issuer })
    await expect(finish(later, answer)).rejects.toThrow(notLetIn('changed'))
    await configure(almaty, {})
  })

  it('of another region opens nothing here, with all its cookies', async () => {
    await hireWithPassword(shymkent, 'visitor', 'dispatcher')
    known('visitor', ['bt-dispatchers'], { email: 'visitor@shymkent.example' })
    const { browser, back } = await signedInAs('visitor', shymkent, other)
    expect(await whoIs(browser)).toMatchObject({ roles: ['dispatcher'] })
    const here = openBrowser(product, almaty)
    const there = openBrowser(product, shymkent)
    await begin(there)
    for (const [name, value] of [...there.cookies, ...browser.cookies]) here.cookies.set(name, value)
    await expect(finish(here, back)).rejects.toThrow(notLetIn('lost'))
    expect(await whoIs(here)).toBe(false)
  })
})

describe('a second factor', () => {
  it('is asked for ours, unless the region takes the provider’s word', async () => {
    const { userId } = await hireWithPassword(almaty, 'careful', 'dispatcher')
    await almaty.as({ kind: 'system' }, (ctx) => inTransaction(ctx, (ctx) => keepSecondFactor(ctx, userId, newKey())))
    for (const name of ['careful', 'careful+otp'])
      known(name, ['bt-dispatchers'], { email: 'careful@almaty.example', email_verified: true })
    expect((await signedInAs('careful')).codeWanted).toBe(true)
    await configure(almaty, { trustsFactors: 'yes' })
    expect((await signedInAs('careful')).codeWanted).toBe(true)
    await hireWithPassword(almaty, 'trusted', 'receptionist')
    known('trusted+otp', ['bt-admins'], { email: 'trusted@almaty.example' })
    const { browser } = await signedInAs('trusted+otp')
    expect(await browser.ask(async (ctx) => [ctx.signedIn?.secondFactorDue, ctx.principal.kind])).toEqual([
      false,
      'staff',
    ])
    await configure(almaty, {})
    const plain = await signedInAs('trusted+otp')
    expect(await plain.browser.ask(async (ctx) => [ctx.signedIn?.secondFactorDue, ctx.principal.kind])).toEqual([
      true,
      'resident',
    ])
  })
})

describe('the way in by a password', () => {
  it('closes where the region says so, and stays open to administrators', async () => {
    const clerk = await hireWithPassword(almaty, 'own', 'dispatcher')
    const admin = await hireWithPassword(almaty, 'ownadmin', 'regionAdmin')
    await configure(almaty, { ownSignIn: undefined })
    const enter = ({ email, password }: typeof clerk) => {
      const browser = openBrowser(product, almaty)
      return browser.ask((ctx) => signIn(ctx, { email, password }, browser.form(), login()))
    }
    await expect(enter(clerk)).rejects.toMatchObject({ fields: { password: 'accounts:error.useProvider' } })
    await expect(enter({ ...clerk, password: 'wrong' })).rejects.toMatchObject({
      fields: { password: 'accounts:error.wrong' },
    })
    await expect(enter(admin)).resolves.toMatchObject({ codeWanted: false })
    await configure(almaty, { enabled: undefined })
    await expect(enter(clerk)).resolves.toMatchObject({ codeWanted: false })
    await configure(almaty, {})
  })
})

describe('the last administrator', () => {
  it('cannot be taken away by the provider', async () => {
    const first = almaty.admin
    const { email, userId } = await hireWithPassword(almaty, 'last', 'regionAdmin')
    known('last', ['bt-dispatchers'])
    const others = `update t_almaty.staff_member set retired_at = $2
      where user_id <> $1 and roles @> '{regionAdmin}' and (retired_at is null or id = $3)`
    await product.database.rows(others, [userId, new Date(), first.id])
    await signedInAs('last')
    expect(await rolesOf(email)).toEqual(['dispatcher', 'regionAdmin'])
    await product.database.rows('update t_almaty.staff_member set retired_at = null where id = $1', [first.id])
    await signedInAs('last')
    expect(await rolesOf(email)).toEqual(['dispatcher'])
  })
})
