import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { TenantContext } from './core/context.ts'
import { addCategory } from './features/categories/add-category.server.ts'
import { retireRow } from './core/changes/ordered.server.ts'
import { categoryRows } from './features/categories/public.server.ts'
import { agencyRows } from './features/agencies/public.server.ts'
import { loadPack } from '#tenants/packs/load.ts'
import { parsePack } from '#tenants/packs/parse.ts'
import type { Pack } from '#tenants/packs/schema.ts'
import { provisionTenant } from '#tenants/provision.ts'
import { describePack } from './features/packs/describe-pack.queries.server.ts'
import { permissionsHere } from './features/roles/public.server.ts'
import { getRole } from './features/roles/roles.queries.server.ts'
import { setRolePermissions } from './features/roles/set-role-permissions.server.ts'
import { packOf } from './features/packs/pack-of.queries.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
})
afterAll(() => product?.close())

const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.admin, work)
const key = () => crypto.randomUUID()

/** Another region, made from this pack, as its administrator sees it. */
async function regionFrom<T>(slug: string, contents: Pack, work: (ctx: TenantContext) => Promise<T>): Promise<T> {
  const { installation, database } = product
  const tenant = await provisionTenant(installation.database, database.urls, {
    slug,
    pack: 'a-file',
    contents,
    hosts: [`${slug}.localhost`],
  })
  const { ctx, close } = installation.tenantJob(tenant, almaty.admin, almaty.clock)
  return work(ctx).finally(close)
}

describe('a region as a pack', () => {
  it('is what it was made from, as long as nobody changed anything', async () => {
    for (const [region, name] of [
      [almaty, 'almaty'],
      [shymkent, 'shymkent'],
    ] as const) {
      expect(await region.as(region.admin, packOf)).toEqual(await loadPack(name))
    }
  })

  it('is taken for another region, which then is the same pack', async () => {
    await asAdmin(async (ctx) => {
      const police = await ctx.db
        .selectFrom('agency')
        .select('id')
        .where('slug', '=', 'police')
        .executeTakeFirstOrThrow()
      const names = { nameKk: 'Қоқыс сыртында', nameRu: '<script>alert(1)</script>', nameEn: 'Fly-tipping' }
      await addCategory(ctx, {
        submissionKey: key(),
        ...names,
        legalKind: 'report',
        agencyId: police.id,
        words: 'қоқыс мусор',
      })
    })
    await product.database.rows(`update t_almaty.interpreter set phone = '+77011234567'`)
    const file = JSON.stringify(await asAdmin(packOf))
    const { pack, problems } = parsePack(file, 'almaty.json')
    expect(problems).toBeUndefined()
    expect(pack?.categories.at(-1)).toMatchObject({ slug: 'fly-tipping', agency: 'police' })
    const again = await regionFrom('astana', pack as Pack, packOf)
    expect(again).toEqual(pack)
  })

  it('says what its roles may, and a pack that says too much is worth no more than the code allows', async () => {
    await asAdmin(async (ctx) => {
      const { mark } = await getRole(ctx, 'clerk')
      const permissions = [...almaty.clerks['passenger-transport'].permissions, 'appeals.register'] as const
      await setRolePermissions(ctx, 'clerk', { submissionKey: key(), mark, permissions: [...permissions] })
    })
    const pack = await asAdmin(packOf)
    expect(pack.roles).toEqual([{ role: 'clerk', permission: 'appeals.register', granted: true }])
    const hostile = [
      { role: 'clerk', permission: 'answers.sign', granted: true },
      { role: 'regionAdmin', permission: 'roles.configure', granted: false },
      { role: 'clerk', permission: 'no.such', granted: true },
    ] as const
    const contents = { ...pack, roles: [...pack.roles, ...hostile] }
    await regionFrom('aktobe', contents, async (ctx) => {
      const clerk = await permissionsHere(ctx, ['clerk'])
      expect(clerk).toContain('appeals.register')
      expect(clerk).not.toContain('answers.sign')
      expect(await permissionsHere(ctx, ['regionAdmin'])).toContain('roles.configure')
    })
    const { problems } = parsePack(JSON.stringify({ ...pack, roles: [{ ...hostile[0], role: 'overseer' }] }), 'a.json')
    expect(problems).toHaveLength(1)
  })

  it('tells nobody’s telephone, no member of the staff and nothing of a resident', async () => {
    const file = JSON.stringify(await asAdmin(packOf))
    for (const secret of ['7011234567', 'Дәурен Сынақов', 'almaty.example', 'phone', 'staff'])
      expect(file).not.toContain(secret)
  })

  it('leaves out what is retired, and what leads there', async () => {
    const before = await shymkent.as(shymkent.admin, packOf)
    await shymkent.as(shymkent.admin, async (ctx) => {
      const agency = await ctx.db
        .selectFrom('agency')
        .select(['id', 'version'])
        .where('slug', '=', 'land-relations')
        .executeTakeFirstOrThrow()
      await retireRow(ctx, agencyRows, agency.id, { submissionKey: key(), version: agency.version })
      const lift = await ctx.db
        .selectFrom('category')
        .select(['id', 'version'])
        .where('slug', '=', 'lift')
        .executeTakeFirstOrThrow()
      await retireRow(ctx, categoryRows, lift.id, { submissionKey: key(), version: lift.version })
    })
    const after = await shymkent.as(shymkent.admin, packOf)
    expect(after.agencies).toHaveLength(before.agencies.length - 1)
    const gone = before.categories.filter(({ slug }) => !after.categories.some((one) => one.slug === slug))
    expect(gone.map(({ slug }) => slug)).toEqual(['lift', 'land-plot', 'land-dispute'])
    expect(after.halls.flatMap(({ desks }) => desks).map(({ agency }) => agency)).not.toContain('land-relations')
  })

  it('is the administrator’s alone', async () => {
    for (const principal of [almaty.dispatcher, almaty.clerks['passenger-transport'], anyone]) {
      await expect(almaty.as(principal, packOf)).rejects.toThrow(/not allowed|Cannot execute/i)
      await expect(almaty.as(principal, describePack)).rejects.toThrow(/not allowed|Cannot execute/i)
    }
  })

  it('knows what the region was made from, and by which version', async () => {
    const { base, counts } = await asAdmin(describePack)
    expect(base).toEqual({ name: 'almaty', version: (await loadPack('almaty')).version })
    expect(counts.find(({ part }) => part === 'districts')?.count).toBe(8)
  })
})
