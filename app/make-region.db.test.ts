import { randomUUID } from 'node:crypto'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PlatformContext } from '#app/core/context.ts'
import { openPlatformColleague, type PlatformColleague } from '#infra/testing/platform.ts'
import { openTestProduct, type TestProduct } from '#infra/testing/product.ts'
import { askRegion, forgetSetup, retryRegion } from './features/platform/ask-region.server.ts'
import { getNewRegion, getSetup, listSetups } from './features/platform/region-setups.queries.server.ts'
import { AskRegion } from './features/platform/region-setups.schema.ts'
import { makeRegion } from './make-region.server.ts'

let product: TestProduct
let operator: PlatformColleague
let overseer: PlatformColleague
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  operator = await openPlatformColleague(product, 'operator', 'platformOperator')
  overseer = await openPlatformColleague(product, 'overseer', 'overseer')
})
afterAll(() => product?.close())

const rows = <T extends object>(text: string, ...values: unknown[]) => product.database.rows<T>(text, values)
const admin = { adminName: 'Айдос Әкімшіұлы', adminEmail: 'admin@abai.example', adminLocale: 'kk' }
const formOf = (typed: Readonly<Record<string, string>>) =>
  AskRegion.parse({ submissionKey: randomUUID(), region: 'abai', pack: 'base', ...admin, ...typed })
const own = {
  region: 'another',
  nameKk: 'Сынақ ауданы',
  nameRu: 'Пробный район',
  nameEn: 'Trial District',
  numberPrefix: '99',
  population: '12 500',
}
const ask = (typed: Readonly<Record<string, string>>) => operator.as((ctx) => askRegion(ctx, formOf(typed)))
const shown = (id: string) => operator.as((ctx) => getSetup(ctx, id))

/** As the worker does it; `interrupt` gives the platform's context that it is done with. */
async function work(
  setupId: string,
  { lastTry = false, owner = true, interrupt = (ctx: PlatformContext): PlatformContext => ctx } = {},
) {
  const { ctx, close } = product.installation.platformJob()
  const urls = owner ? product.database.urls : undefined
  await makeRegion(product.installation, interrupt(ctx), urls, { setupId, lastTry }).finally(close)
}

describe('a region that an operator asks for', () => {
  it('is made from its pack with what was typed, is not live yet, and its administrator is invited', async () => {
    const id = await ask({ ...own, slug: 'synaq', pack: 'almaty', hosts: 'synaq.localhost' })
    expect(await shown(id)).toMatchObject({ state: 'asked', steps: [{ state: 'now' }, {}, {}, { state: 'next' }] })
    await work(id)
    expect(await shown(id)).toMatchObject({ state: 'done', addresses: ['http://synaq.localhost:3000'] })
    const [profile] = await rows('select name_kk, number_prefix, live_at from t_synaq.region_profile')
    expect(profile).toEqual({ name_kk: 'Сынақ ауданы', number_prefix: '99', live_at: null })
    const invited = await rows('select email, roles, invited_by, locale from t_synaq.invitation')
    expect(invited).toEqual([{ email: 'admin@abai.example', roles: ['regionAdmin'], invited_by: null, locale: 'kk' }])
    const events = await rows<{ event: string }>(`select event from t_synaq.outbox where event like 'staff.%'`)
    expect(events).toEqual([{ event: 'staff.invited' }])
    // Who it is stands in the region alone now.
    const kept = await rows('select admin_name, admin_email from control.region_setup where id = $1', id)
    expect(kept).toEqual([{ admin_name: null, admin_email: null }])
    const said = await rows(`select subject_id from control.journal where event = 'region.created'`)
    expect(said).toEqual([{ subject_id: 'synaq' }])
  })

  it('is made like another region: with what that one changed since, and without its people, numbers and mail', async () => {
    await rows(`update t_shymkent.agency set email = 'mail@shymkent.example'`)
    await rows(
      `update t_shymkent.category set name_ru = 'Своё название' where slug = (select slug from t_shymkent.category order by slug limit 1)`,
    )
    const id = await ask({ ...own, slug: 'ulgi', pack: 'like:shymkent', hosts: 'ulgi.localhost' })
    await work(id)
    expect(await shown(id)).toMatchObject({ state: 'done', pack: 'shymkent' })
    const [made] = await rows(
      `select (select count(*)::int from t_ulgi.category where name_ru = 'Своё название') as own,
        (select count(*)::int from t_ulgi.agency) as agencies, (select count(*)::int from t_ulgi.agency where email is not null) as mails,
        (select count(*)::int from t_ulgi.hotline) as hotlines, (select count(*)::int from t_ulgi.interpreter) as interpreters,
        (select name from t_ulgi.pack_base) as base`,
    )
    const [{ agencies } = { agencies: 0 }] = await rows<{ agencies: number }>(
      'select count(*)::int as agencies from t_shymkent.agency where retired_at is null',
    )
    expect(made).toEqual({ own: 1, agencies, mails: 0, hotlines: 0, interpreters: 0, base: 'shymkent' })
    const told = await rows(`select refs from t_shymkent.journal where event = 'pack.replicated'`)
    expect(told).toEqual([{ refs: { setupId: id } }])
    await expect(ask({ ...own, slug: 'ulgi-eki', pack: 'like:nowhere', hosts: 'eki.localhost' })).rejects.toMatchObject(
      {
        fields: { pack: 'platform:error.packMissing' },
      },
    )
  })

  it('is made whole and once, wherever its making is cut off', async () => {
    const id = await ask({ region: 'aktobe', hosts: 'aktobe.localhost' })
    // The first write says that it is begun, each other one that a step is done.
    for (const cutAt of [1, 2, 3, 4, 5]) {
      let writes = 0
      const interrupt = (ctx: PlatformContext): PlatformContext => ({
        ...ctx,
        write: async (run) => {
          writes += 1
          if (writes === cutAt) throw new Error('killed here')
          if (!ctx.write) throw new Error('there is always a write')
          return ctx.write(run)
        },
      })
      await expect(work(id, { interrupt })).rejects.toThrow('killed here')
      expect((await shown(id)).state).not.toBe('failed')
    }
    await work(id)
    await work(id)
    expect((await shown(id)).state).toBe('done')
    expect(await rows('select id from t_aktobe.invitation')).toHaveLength(1)
    expect(await rows('select id from t_aktobe.region_profile')).toHaveLength(1)
    expect(
      await rows(`select id from control.journal where event = 'region.created' and subject_id = 'aktobe'`),
    ).toHaveLength(1)
  })

  it('is one, however often the same page is sent', async () => {
    const form = formOf({ region: 'ulytau' })
    const ids = await Promise.all(
      [1, 2, 3].map(() => operator.as((ctx) => askRegion(ctx, form)).catch(() => undefined)),
    )
    const [first] = ids.filter((id) => id !== undefined)
    expect(await operator.as((ctx) => askRegion(ctx, form))).toBe(first)
    expect(await rows(`select id from control.region_setup where slug = 'ulytau'`)).toHaveLength(1)
  })

  it('is refused where slug or host is taken, in the directory or by another that is asked for', async () => {
    const refused = (typed: Readonly<Record<string, string>>) =>
      ask(typed).then(
        () => 'taken',
        (error: { fields?: object }) => error.fields,
      )
    expect(await refused({ region: 'almaty' })).toEqual({ region: 'platform:error.slugTaken' })
    expect(await refused({ ...own, slug: 'almaty' })).toEqual({ slug: 'platform:error.slugTaken' })
    expect(await refused({ region: 'turkistan', hosts: 'x.localhost, almaty.localhost' })).toEqual({
      hosts: 'platform:error.hostTaken',
    })
    await ask({ region: 'zhetysu', hosts: 'zhetysu.localhost' })
    expect(await refused({ region: 'turkistan', hosts: 'zhetysu.localhost' })).toEqual({
      hosts: 'platform:error.hostTaken',
    })
    expect(await refused({ region: 'turkistan', hosts: 'platform.localhost' })).toEqual({
      hosts: 'platform:error.hostTaken',
    })
    expect(await refused({ region: 'turkistan', pack: '../base' })).toEqual({ pack: 'platform:error.packMissing' })
    expect(await refused({ region: 'atlantis' })).toEqual({ region: 'platform:error.regionMissing' })
  })

  it('says what is wrong with a name that could be no region, beside the field', () => {
    const wrong = (typed: Readonly<Record<string, string>>) =>
      AskRegion.safeParse({ submissionKey: randomUUID(), pack: 'base', ...admin, ...own, ...typed }).error?.issues.map(
        ({ path, message }) => [path[0], message],
      )
    expect(wrong({ slug: 'platform' })).toEqual([['slug', 'platform:error.slugReserved']])
    expect(wrong({ slug: 't_x; drop' })).toEqual([['slug', 'platform:error.slug']])
    expect(wrong({ slug: 'a b' })).toEqual([['slug', 'platform:error.slug']])
    expect(wrong({ slug: 'good', hosts: 'http://x' })).toEqual([['hosts', 'platform:error.host']])
    expect(wrong({ slug: 'good', numberPrefix: '7', population: 'көп', nameKk: '' })).toEqual([
      ['nameKk', 'common:error.nameMissingKk'],
      ['numberPrefix', 'platform:error.numberPrefix'],
      ['population', 'platform:error.population'],
    ])
  })

  it('that cannot be made says why, and can be tried again or given up', async () => {
    const id = await ask({ region: 'kostanay' })
    await work(id, { owner: false })
    expect(await shown(id)).toMatchObject({ state: 'failed', steps: [{ state: 'next' }, {}, {}, {}] })
    expect((await shown(id)).problem).toContain('npm run tenants')
    await operator.as((ctx) => retryRegion(ctx, id))
    await expect(operator.as((ctx) => retryRegion(ctx, id))).rejects.toMatchObject({
      reason: { key: 'platform:error.notFailed' },
    })
    // Somebody else was faster with the address.
    await rows(`insert into control.tenant_host (host, slug) values ('kostanay.localhost', 'almaty')`)
    await work(id)
    expect((await shown(id)).problem).toContain('Мекенжайды басқа өңір')
    await operator.as((ctx) => forgetSetup(ctx, id))
    await rows(`delete from control.tenant_host where host = 'kostanay.localhost'`)
    expect(await operator.as((ctx) => listSetups(ctx))).not.toContainEqual(expect.objectContaining({ id }))
    await work(await ask({ region: 'kostanay' }))
    expect(await rows(`select slug from control.tenant where slug = 'kostanay'`)).toHaveLength(1)
  })

  it('is for operators alone', async () => {
    const form = formOf({ region: 'turkistan' })
    await expect(overseer.as((ctx) => askRegion(ctx, form))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(overseer.as((ctx) => getNewRegion(ctx))).rejects.toBeInstanceOf(ForbiddenError)
    const id = await ask({ region: 'turkistan' })
    await expect(overseer.as((ctx) => getSetup(ctx, id))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(overseer.as((ctx) => retryRegion(ctx, id))).rejects.toBeInstanceOf(ForbiddenError)
  })
})
