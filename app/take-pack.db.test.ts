import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import type { StaffPrincipal } from './core/access/principal.ts'
import type { TenantContext } from './core/context.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { changeCategory } from './features/categories/change-category.server.ts'
import { loadPack } from '#tenants/packs/load.ts'
import type { Pack } from '#tenants/packs/schema.ts'
import { provisionTenant } from '#tenants/provision.ts'
import type { Tenant } from '#tenants/registry.ts'
import { comparePack } from './features/packs/compare-pack.queries.server.ts'
import { packOf } from './features/packs/pack-of.queries.server.ts'
import { shownDifferences } from './features/packs/shown-differences.server.ts'
import { takeChanges } from './features/packs/take-changes.server.ts'

let product: TestProduct
let almaty: TestRegion

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty } = product)
})
afterAll(() => product?.close())

const key = () => crypto.randomUUID()

/** The pack of Almaty as an earlier version may have been. */
async function olderPack(): Promise<Pack> {
  const pack = await loadPack('almaty')
  return {
    ...pack,
    version: 1,
    brandColour: '#005900',
    agencies: pack.agencies
      .filter(({ slug }) => slug !== 'roads')
      .map((one) => (one.slug === 'police' ? { ...one, name: { kk: 'ІІД', ru: 'ДВД', en: 'Interior' } } : one)),
    categories: [
      ...pack.categories
        .filter(({ agency }) => agency !== 'roads')
        .map((one) => (one.slug === 'noise' || one.slug === 'lift' ? { ...one, words: 'ескі старое' } : one)),
      { slug: 'horses', agency: 'police', legalKind: 'report', name: { kk: 'Ат', ru: 'Кони', en: 'Horses' } },
    ],
    halls: pack.halls.map((hall) => ({
      ...hall,
      desks: hall.desks.filter(({ agency }) => agency !== 'roads'),
      queues: hall.queues.filter(({ agency }) => agency !== 'roads'),
    })),
    routingRules: pack.routingRules.filter(({ agency }) => agency !== 'roads'),
    answerTemplates: [],
    lifeSituations: pack.lifeSituations.slice(1),
    terms: pack.terms,
  }
}

interface Newcomer {
  readonly tenant: Tenant
  as<T>(principal: StaffPrincipal | typeof anyone, work: (ctx: TenantContext) => Promise<T>): Promise<T>
  /** Its administrator. */
  admin<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T>
}

/** A region that was made from the older version, with an administrator whose name the journal may keep. */
async function newcomer(slug: string, contents?: Pack): Promise<Newcomer> {
  const { installation, database } = product
  const tenant = await provisionTenant(installation.database, database.urls, {
    slug,
    pack: 'almaty',
    contents: contents ?? (await olderPack()),
    hosts: [`${slug}.localhost`],
  })
  await database.rows(`insert into ${tenant.schema}.auth_user select * from t_almaty.auth_user where id =
    (select user_id from t_almaty.staff_member where id = $1)`, [almaty.admin.id]) // prettier-ignore
  await database.rows(`insert into ${tenant.schema}.staff_member select * from t_almaty.staff_member where id = $1`, [
    almaty.admin.id,
  ])
  const as: Newcomer['as'] = (principal, work) => {
    const { ctx, close } = installation.tenantJob(tenant, principal, almaty.clock)
    return work(ctx).finally(close)
  }
  return { tenant, as, admin: (work) => as(almaty.admin, work) }
}

const states = async (region: Newcomer) => {
  const { differences } = await region.admin(comparePack)
  return new Map(differences.map(({ id, state, here, there }) => [id, `${state} ${here} ${there}`]))
}

/** These things as the administrator sees them now. */
const seenOf = async (region: Newcomer, ids: readonly string[]) => {
  const { differences } = await region.admin(comparePack)
  return ids.map((id) => ({ id, seen: differences.find((one) => one.id === id)?.seen ?? '' }))
}

const take = async (region: Newcomer, ids: readonly string[]) => {
  const items = await seenOf(region, ids)
  return region.admin((ctx) => takeChanges(ctx, { submissionKey: key(), items }))
}

/** The administrator's own words for a category. */
const reword = (region: Newcomer, slug: string, words: string) =>
  region.admin(async (ctx) => {
    const {
      id,
      slug: _slug,
      position: _position,
      retiredAt: _retired,
      ...row
    } = await ctx.db.selectFrom('category').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow()
    await changeCategory(ctx, id, { ...row, words, submissionKey: key() })
  })

describe('a region beside the newest version of its pack', () => {
  it('differs in nothing on the day it was made', async () => {
    const region = await newcomer('abai', await loadPack('almaty'))
    expect([...(await states(region))]).toEqual([])
  })

  it('is shown what the pack brings, what it changed itself, and where both did', async () => {
    const region = await newcomer('akmola')
    await reword(region, 'noise', 'біздің сөз')
    await reword(region, 'heating', 'жылу')
    const found = await states(region)
    expect(Object.fromEntries(found)).toMatchObject({
      'setting/brand': 'offered same changed',
      'agency/police': 'offered same changed',
      'agency/roads': 'offered same added',
      'category/lift': 'offered same changed',
      'category/horses': 'offered same gone',
      'category/noise': 'conflict changed changed',
      'category/heating': 'here changed same',
    })
    const { shown } = await region.admin(shownDifferences)
    const noise = shown.find(({ id }) => id === 'category/noise')
    expect(noise?.fields).toEqual([
      { field: 'words', mine: 'біздің сөз', theirs: expect.stringContaining('музыка') as string },
    ])
    expect(shown.find(({ id }) => id === 'setting/brand')).toMatchObject({ takeable: false })
  })
})

describe('what is taken of a newer version', () => {
  it('is what was ticked and no more, and is told in the journal', async () => {
    const region = await newcomer('aktobe')
    await reword(region, 'noise', 'біздің сөз')
    await take(region, ['agency/roads', 'agency/police', 'category/lift', 'category/horses', 'category/road-surface'])
    const [mine, theirs] = [await region.admin(packOf), await loadPack('almaty')]
    const lift = (pack: Pack) => pack.categories.find(({ slug }) => slug === 'lift')
    expect(lift(mine)).toEqual(lift(theirs))
    expect(mine.agencies.find(({ slug }) => slug === 'police')?.name.en).toBe('Police Department')
    expect(mine.categories.map(({ slug }) => slug)).not.toContain('horses')
    expect(mine.categories.at(-1)).toMatchObject({ slug: 'road-surface', agency: 'roads' })
    expect(mine.categories.find(({ slug }) => slug === 'noise')?.words).toBe('біздің сөз')
    const left = await states(region)
    for (const id of ['agency/roads', 'agency/police', 'category/lift', 'category/horses'])
      expect(left.has(id)).toBe(false)
    expect(left.get('category/noise')).toBe('conflict changed changed')
    const lines = await product.database.rows(`select event, actor_id from ${region.tenant.schema}.journal where event = 'pack.taken'`) // prettier-ignore
    expect(lines).toEqual([{ event: 'pack.taken', actor_id: almaty.admin.id }])
  })

  it('is the pack’s where the administrator ticks what both changed', async () => {
    const region = await newcomer('atyrau')
    await reword(region, 'noise', 'біздің сөз')
    await take(region, ['category/noise'])
    const noise = (await region.admin(packOf)).categories.find(({ slug }) => slug === 'noise')
    expect(noise?.words).toContain('музыка')
    expect((await states(region)).has('category/noise')).toBe(false)
    // From now on a change is told from what was taken.
    await reword(region, 'noise', 'тағы да')
    expect((await states(region)).get('category/noise')).toBe('here changed same')
  })

  it('may stand in no table yet, and goes on with the region', async () => {
    const region = await newcomer('zhambyl')
    await take(region, ['lifeSituation/child-is-born'])
    expect((await region.admin(packOf)).lifeSituations.map(({ slug }) => slug)).toContain('child-is-born')
    expect((await states(region)).has('lifeSituation/child-is-born')).toBe(false)
  })

  it('is taken once, however often the form is sent, and comes back when it is undone', async () => {
    const region = await newcomer('karaganda')
    const input = { submissionKey: key(), items: await seenOf(region, ['category/lift', 'agency/roads']) }
    const changes = await Promise.all([1, 2].map(() => region.admin((ctx) => takeChanges(ctx, input))))
    expect(new Set(changes).size).toBe(1)
    const [change = ''] = changes
    expect((await states(region)).has('category/lift')).toBe(false)
    await region.admin((ctx) => undoChange(ctx, change, { submissionKey: key() }))
    expect((await states(region)).get('category/lift')).toBe('offered same changed')
    expect((await states(region)).get('agency/roads')).toBe('offered same added')
  })

  it('is refused when a thing is no longer what was seen, and nothing is taken', async () => {
    const region = await newcomer('kostanay')
    const input = { submissionKey: key(), items: await seenOf(region, ['category/lift', 'agency/roads']) }
    await reword(region, 'lift', 'менің сөзім')
    await expect(region.admin((ctx) => takeChanges(ctx, input))).rejects.toThrow('common:change.stale')
    expect((await states(region)).get('category/lift')).toBe('conflict changed changed')
    expect((await states(region)).has('agency/roads')).toBe(true)
    // What else changed meanwhile does not stand in the way.
    await region.admin((ctx) => takeChanges(ctx, { submissionKey: key(), items: input.items.slice(1) }))
    expect((await states(region)).has('agency/roads')).toBe(false)
  })

  it('asks for the agency first, says what is set elsewhere, and knows no other things', async () => {
    const region = await newcomer('kyzylorda')
    await expect(take(region, ['category/road-surface'])).rejects.toThrow('packs:error.needs.agency')
    await expect(take(region, ['setting/brand'])).rejects.toThrow('packs:error.byHand')
    for (const id of ['category/none', '__proto__', 'category/__proto__', 'staff/1'])
      await expect(take(region, [id])).rejects.toThrow('common:change.stale')
  })

  it('is the administrator’s to decide, and touches no other region', async () => {
    const region = await newcomer('mangystau')
    const before = JSON.stringify(await almaty.as(almaty.admin, packOf))
    const input = { submissionKey: key(), items: await seenOf(region, ['category/lift']) }
    for (const principal of [almaty.dispatcher, almaty.clerks['passenger-transport'], anyone])
      await expect(region.as(principal, (ctx) => takeChanges(ctx, input))).rejects.toThrow(
        /not allowed|Cannot execute/i,
      )
    await region.admin((ctx) => takeChanges(ctx, input))
    expect(JSON.stringify(await almaty.as(almaty.admin, packOf))).toBe(before)
  })
})
