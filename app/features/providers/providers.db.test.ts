import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startProvider, type TestProvider } from '#infra/testing/openid-provider.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { openGuardedHttp } from '#app/integrations/guarded-http/guarded-http.server.ts'
import { addProviderRole, dropProviderRole } from './change-provider-roles.server.ts'
import { changeProvider } from './change-provider.server.ts'
import { clientOf, findProvider, getAdminProvider } from './providers.queries.server.ts'
import { ChangeProvider } from './providers.schema.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let provider: TestProvider

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  provider = await startProvider(['http://almaty.localhost:3000/sign-in/provider/callback'])
})
afterAll(async () => {
  await product?.close()
  await provider?.close()
})

const form = (more: Readonly<Record<string, unknown>> = {}) =>
  ChangeProvider.parse({
    submissionKey: randomUUID(),
    version: 0,
    enabled: 'yes',
    nameKk: 'Әкімдікпен кіру',
    nameRu: 'Войти через акимат',
    nameEn: 'Sign in with the akimat',
    issuer: provider.issuer,
    clientId: provider.client.id,
    rolesClaim: 'groups',
    unknownPeople: 'refuse',
    ...more,
  })

const versionNow = () => almaty.as(almaty.admin, async (ctx) => (await getAdminProvider(ctx)).provider?.version ?? 0)

const change = async (more: Readonly<Record<string, unknown>> = {}) => {
  const version = await versionNow()
  return almaty.as(almaty.admin, (ctx) => changeProvider(ctx, form({ version, ...more })))
}

const onIssuer = (reason: string) => ({ fields: { issuer: `providers:error.${reason}` } })

describe('the address of a provider', () => {
  it('is asked on saving who it is, and beside it stands what is wrong', async () => {
    await expect(change({ issuer: `${provider.issuer}/elsewhere` })).rejects.toMatchObject(onIssuer('noProvider'))
    await expect(change({ issuer: 'http://127.0.0.1:9' })).rejects.toMatchObject(onIssuer('unreachable'))
    await expect(change()).resolves.toBeDefined()
    await expect(change({ issuer: 'https://169.254.169.254' })).rejects.toMatchObject(onIssuer('address'))
    await expect(change({ issuer: 'http://id.example.kz' })).rejects.toMatchObject(onIssuer('address'))
  })

  it('on this machine is refused as in production, where nothing is allowed', async () => {
    const outbound = openGuardedHttp()
    for (const issuer of [
      provider.issuer,
      'https://127.0.0.1',
      'https://localhost',
      'https://10.0.0.1',
      'https://[::1]',
    ])
      await expect(
        almaty.as(almaty.admin, async (ctx) => changeProvider({ ...ctx, outbound }, form({ issuer, version: 9 }))),
      ).rejects.toMatchObject(onIssuer('address'))
  })

  it('that is switched off is not asked', async () => {
    await expect(change({ enabled: undefined, issuer: 'https://id.example.kz' })).resolves.toBeDefined()
    expect(await almaty.as(almaty.admin, findProvider)).toBeUndefined()
  })
})

describe('the secret of our client', () => {
  const secretNow = () =>
    almaty.as(almaty.admin, async (ctx) => {
      const found = await findProvider(ctx)
      return found && (await clientOf(ctx, found)).clientSecret
    })

  it('is kept when the field stays empty, and never shown', async () => {
    await change({ clientSecret: ' тым құпия ' })
    await change({ nameEn: 'Another word' })
    expect(await secretNow()).toBe('тым құпия')
    const page = await almaty.as(almaty.admin, getAdminProvider)
    expect(page.secret).toMatchObject({ by: almaty.admin.name, opens: true })
    expect(JSON.stringify(page)).not.toContain('құпия')
    const everything = await product.database.rows(
      `select 1 from t_almaty.admin_change c where to_jsonb(c)::text like '%құпия%'
       union all select 1 from t_almaty.journal j where to_jsonb(j)::text like '%құпия%'`,
    )
    expect(everything).toEqual([])
  })

  it('does not go along to another address', async () => {
    await change({ clientSecret: 'тым құпия' })
    const other = await startProvider([])
    await change({ issuer: other.issuer })
    expect(await secretNow()).toBeUndefined()
    expect((await almaty.as(almaty.admin, getAdminProvider)).secret).toMatchObject({ opens: false })
    await change()
    expect(await secretNow()).toBe('тым құпия')
    await other.close()
  })
})

describe('the settings', () => {
  it('are changed from the newest row only', async () => {
    const version = await versionNow()
    await change({ nameEn: 'Newer' })
    await expect(
      almaty.as(almaty.admin, (ctx) => changeProvider(ctx, form({ version, nameEn: 'Older' }))),
    ).rejects.toMatchObject({ name: 'Refusal', reason: { key: 'common:change.stale' } })
  })

  it('are no business of anybody but administrators, nor of another region', async () => {
    for (const person of [almaty.dispatcher, almaty.heads['passenger-transport'], almaty.clerks['housing-utilities']]) {
      await expect(almaty.as(person, getAdminProvider)).rejects.toMatchObject({ name: 'ForbiddenError' })
      await expect(almaty.as(person, (ctx) => changeProvider(ctx, form()))).rejects.toMatchObject({
        name: 'ForbiddenError',
      })
      await expect(
        almaty.as(person, (ctx) =>
          addProviderRole(ctx, { submissionKey: randomUUID(), claimValue: 'x', role: 'regionAdmin', agencyId: null }),
        ),
      ).rejects.toMatchObject({ name: 'ForbiddenError' })
    }
    expect((await shymkent.as(shymkent.admin, getAdminProvider)).provider).toBeUndefined()
  })
})

describe('the list of roles', () => {
  const add = (claimValue: string, role: string, agencyId: string | null = null) =>
    almaty.as(almaty.admin, (ctx) => addProviderRole(ctx, { submissionKey: randomUUID(), claimValue, role, agencyId }))

  it('takes each word once for each role, and roles that are given here', async () => {
    await add('bt', 'dispatcher')
    await add('bt', 'clerk', almaty.clerks['housing-utilities'].agencyId)
    await expect(add('bt', 'clerk')).rejects.toMatchObject({ name: 'Refusal', reason: { key: 'common:change.taken' } })
    await expect(add('bt', 'overseer')).rejects.toMatchObject({ fields: { role: 'providers:error.roleMissing' } })
    await expect(add('bt', 'dispatcher', randomUUID())).rejects.toMatchObject({ name: 'NotFound' })
  })

  it('is shortened by name', async () => {
    const [first] = (await almaty.as(almaty.admin, getAdminProvider)).roles
    const drop = () =>
      almaty.as(almaty.admin, (ctx) =>
        dropProviderRole(ctx, { submissionKey: randomUUID(), providerRoleId: first?.id ?? '' }),
      )
    await drop()
    await expect(drop()).rejects.toMatchObject({ name: 'NotFound' })
  })
})
