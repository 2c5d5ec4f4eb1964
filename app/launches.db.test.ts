import { randomUUID } from 'node:crypto'
import { ForbiddenError } from '@casl/ability'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { permissionsOf } from '#app/core/access/permissions.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { addAccount } from '#app/core/access/accounts.server.ts'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { loadRoutingTexts } from '#tenants/packs/load.ts'
import { provisionTenant } from '#tenants/provision.ts'
import type { Tenant } from '#tenants/registry.ts'
import { dryRun } from './features/launches/dry-run.server.ts'
import { goLive } from './features/launches/go-live.server.ts'
import { launchSteps } from './features/launches/launch.ts'
import { getLaunch, getLaunchBar } from './features/launches/launch.queries.server.ts'
import { seeStep } from './features/launches/see-step.server.ts'
import { addRoutingRule } from './features/routing/add-rule.server.ts'
import { AddRoutingRule } from './features/routing/routing.schema.ts'
import { learnRouting } from './features/routing/public.server.ts'
import { addStaffMember } from './features/staff/public.server.ts'

let product: TestProduct
let tenant: Tenant
let admin: StaffPrincipal
beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  const input = { slug: 'abai', pack: 'almaty', hosts: ['abai.localhost'] }
  tenant = await provisionTenant(product.installation.database, product.database.urls, input)
  admin = await hire('admin', ['regionAdmin'])
  await as({ kind: 'system' }, async (ctx) => learnRouting(ctx, await loadRoutingTexts()))
})
afterAll(() => product?.close())

const as = async <T>(
  who: StaffPrincipal | { kind: 'system' },
  work: (ctx: TenantContext) => Promise<T>,
): Promise<T> => {
  const { ctx, close } = product.installation.tenantJob(tenant, who)
  return work(ctx).finally(close)
}

/** Somebody of the region that is being set up. */
function hire(mailbox: string, roles: StaffPrincipal['roles']): Promise<StaffPrincipal> {
  return as({ kind: 'system' }, (ctx) =>
    inTransaction(ctx, async (ctx) => {
      const fullName = `Сынақ ${mailbox}`
      const account = { email: `${mailbox}@abai.example`, name: fullName, passwordHash: 'none: signs in nowhere' }
      const userId = (await addAccount(ctx, account)) ?? ''
      const id = await addStaffMember(ctx, userId, { fullName, roles, agencyId: null, locale: 'kk' })
      return {
        kind: 'staff',
        id,
        name: fullName,
        roles,
        permissions: permissionsOf(roles),
        agencyId: null,
        locale: 'kk',
      }
    }),
  )
}

const launch = () => as(admin, (ctx) => getLaunch(ctx))
const stateOf = async (step: string) => (await launch()).steps.find((one) => one.step === step)
const counts = async () => {
  const [row] = await product.database.rows(`select (select count(*) from t_abai.appeal) as appeals,
    (select count(*) from t_abai.journal) as lines, (select count(*) from t_abai.outbox) as outbox,
    (select count(*) from t_abai.appeal_counter) as counters`)
  return row
}
/** The same person's portal, in the region that is set up. */
const region = (): TestRegion =>
  ({ ...product.almaty, tenant, as: (who: never, work: never) => as(who, work) }) as unknown as TestRegion

describe('a region on its way to going live', () => {
  it('says of each step what is missing, what was not looked at, and where to go on', async () => {
    const first = await launch()
    expect(first.steps.map(({ step }) => step)).toEqual([...launchSteps])
    expect(first).toMatchObject({ ready: false, next: '/admin/region', done: 0, liveSince: null })
    expect(await stateOf('agencies')).toMatchObject({ state: 'new', missing: [] })
    expect(await stateOf('staff')).toMatchObject({
      state: 'stopped',
      missing: [{ gap: 'noDispatcher' }, { gap: 'agencyWithoutClerk' }],
    })
    await as(admin, (ctx) => seeStep(ctx, 'region'))
    await as(admin, (ctx) => seeStep(ctx, 'agencies'))
    await as(admin, (ctx) => seeStep(ctx, 'agencies'))
    expect(await stateOf('agencies')).toMatchObject({ state: 'done' })
    expect(await launch()).toMatchObject({ next: '/admin/halls', done: 2 })
    await product.database.rows('update t_abai.desk set retired_at = now()')
    await product.database.rows('delete from t_abai.term where legal_kind = $1', ['inquiry'])
    expect((await stateOf('halls'))?.missing).toEqual([{ gap: 'hallWithoutDesk', count: 2 }])
    expect(await stateOf('terms')).toMatchObject({ state: 'stopped', missing: [{ gap: 'kindWithoutTerm', count: 1 }] })
    await expect(as(admin, (ctx) => dryRun(ctx))).rejects.toMatchObject({
      reason: { key: 'launches:error.termsFirst' },
    })
    await product.database.rows(
      `insert into t_abai.term (id, legal_kind, working_days, applies_from) values ('x', 'inquiry', 5, '2021-07-01')`,
    )
  })

  it('shows on each page of a step where one is, and on no other page', async () => {
    const bar = (pathname: string) => as(admin, (ctx) => getLaunchBar(ctx, pathname))
    expect(await bar('/admin/agencies')).toMatchObject({
      step: 'agencies',
      at: 2,
      back: { step: 'region' },
      next: 'halls',
    })
    expect(await bar('/admin/halls/new')).toMatchObject({ step: 'halls', at: 3, back: { step: 'agencies' } })
    expect(await bar('/admin/launch/dry-run')).toMatchObject({ step: 'dryRun', next: undefined })
    expect(await bar('/admin')).toBeUndefined()
    const { almaty } = product
    expect(await almaty.as(almaty.admin, (ctx) => getLaunchBar(ctx, '/admin/agencies'))).toBeUndefined()
  })

  it('tries twelve contacts by the real commands, and nothing of them stays', async () => {
    const before = await counts()
    const runs = await as(admin, (ctx) => dryRun(ctx))
    expect(await counts()).toEqual(before)
    expect(runs).toHaveLength(12)
    expect(new Set(runs.map(({ number }) => number)).size).toBe(12)
    for (const run of runs) expect(run.dueOn, run.text).toMatch(/^\d\d\.\d\d\.\d{4}$/)
    const bus = runs.find(({ text }) => text.startsWith('Автобус'))
    expect(bus).toMatchObject({ given: 'assigned', colleagues: [] })
    expect(bus?.agency?.reason.source).toBe('category')
    expect((await stateOf('dryRun'))?.state).toBe('done')
  })

  it('gives another result when a rule is changed', async () => {
    const [police] = await product.database.rows<{ id: string }>(`select id from t_abai.agency where slug = 'police'`)
    const rule = { submissionKey: randomUUID(), name: 'Автобус', words: 'автобус', agencyId: police?.id ?? '' }
    await as(admin, (ctx) =>
      addRoutingRule(
        ctx,
        AddRoutingRule.parse({ ...rule, places: '', ofCategoryId: '', language: '', categoryId: '' }),
      ),
    )
    const bus = (await as(admin, (ctx) => dryRun(ctx))).find(({ text }) => text.startsWith('Автобус'))
    expect(bus?.agency?.reason).toMatchObject({ source: 'rule', name: 'Автобус' })
    expect(bus?.given).toBe('forwarded')
  })

  it('takes no appeal before it is live, and goes live once nothing stands in the way', async () => {
    await expect(fileAppeal(region())).rejects.toMatchObject({ reason: { key: 'appeals:error.notLive' } })
    await expect(as(admin, (ctx) => goLive(ctx))).rejects.toMatchObject({ reason: { key: 'launches:error.notReady' } })
    const dispatcher = await hire('dispatcher', ['dispatcher'])
    await expect(as(dispatcher, (ctx) => goLive(ctx))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(as(dispatcher, (ctx) => getLaunch(ctx))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(as(dispatcher, (ctx) => dryRun(ctx))).rejects.toBeInstanceOf(ForbiddenError)
    expect((await launch()).ready).toBe(true)
    await as(admin, (ctx) => goLive(ctx))
    const { liveSince } = await launch()
    await as(admin, (ctx) => goLive(ctx))
    expect((await launch()).liveSince).toBe(liveSince)
    expect(await product.database.rows(`select id from t_abai.journal where event = 'region.wentLive'`)).toHaveLength(1)
    expect(await fileAppeal(region())).toMatch(/^[0-9a-f-]{36}$/)
  })
})
