import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { anyone, openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { bringRowBack, moveRow, retireRow } from '#app/core/changes/ordered.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { addAgency } from './add-agency.server.ts'
import { AddAgency, RenameAgency } from './agencies.schema.ts'
import { agencyNames, listAgencies } from './agencies.queries.server.ts'
import { getAdminAgency, listAdminAgencies } from './agency-admin.queries.server.ts'
import { agencyRows } from './agency-rows.server.ts'
import { changeAgency } from './change-agency.server.ts'
import { dropAgencyName } from './drop-agency-name.server.ts'
import { renameAgency } from './rename-agency.server.ts'

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
const names = (name: string) => ({ nameKk: `${name} kk`, nameRu: `${name} ru`, nameEn: `${name} en` })

async function newAgency(name: string): Promise<string> {
  await asAdmin((ctx) => addAgency(ctx, AddAgency.parse({ submissionKey: key(), level: 'local', ...names(name) })))
  const [row] = await product.database.rows<{ id: string }>(
    `select agency_id as id from t_almaty.agency_name where name_en = $1`,
    [`${name} en`],
  )
  return row?.id ?? ''
}

const rename = (id: string, validFrom: string, name: string, version: number) =>
  asAdmin((ctx) =>
    renameAgency(ctx, id, RenameAgency.parse({ submissionKey: key(), version, validFrom, ...names(name) })),
  )

describe('a new agency', () => {
  it('stands last in the order, has a slug of its own, and another region has not', async () => {
    await newAgency('Water Board')
    await asAdmin((ctx) =>
      addAgency(ctx, AddAgency.parse({ submissionKey: key(), level: 'local', ...names('Water Board') })),
    )
    const rows = await product.database.rows<{ slug: string }>(
      `select slug from t_almaty.agency where slug like 'water-%' order by slug`,
    )
    expect(rows.map(({ slug }) => slug)).toEqual(['water-board-en', 'water-board-en-2'])
    const listed = await almaty.as(anyone, (ctx) => listAgencies(ctx))
    expect(listed.at(-1)?.name).toBe('Water Board kk')
    const elsewhere = await shymkent.as(anyone, (ctx) => listAgencies(ctx))
    expect(elsewhere.map(({ name }) => name)).not.toContain('Water Board kk')
  })

  it('needs its name in every language, and a level', () => {
    const wrong = AddAgency.safeParse({ submissionKey: key(), ...names('x'), nameRu: ' ', level: 'federal' })
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['level', 'agencies:error.levelMissing'],
      ['nameRu', 'common:error.nameMissingRu'],
    ])
  })
})

describe('an agency that is renamed', () => {
  it('keeps its name until the day, bears the new one from then on, and the plan can be dropped before', async () => {
    const id = await newAgency('Roads')
    const nameNow = async () => (await asAdmin((ctx) => agencyNames(ctx, [id])))[id]
    await rename(id, '2027-01-01', 'Motorways', 1)
    expect(await nameNow()).toBe('Roads kk')
    const { names: versions } = await asAdmin((ctx) => getAdminAgency(ctx, id))
    expect(versions.map(({ state, from }) => [state, from])).toEqual([
      ['planned', '01.01.2027'],
      ['current', '23.11.2026'],
    ])
    const planned = versions[0]?.id ?? ''
    const form = { submissionKey: key(), version: 1, nameId: planned }
    await asAdmin((ctx) => dropAgencyName(ctx, id, form))
    await rename(id, '01.12.2026', 'Streets', 1)
    const now = almaty.clock.now()
    almaty.clock.move(new Date('2026-12-01T00:00:00Z'))
    expect(await nameNow()).toBe('Streets kk')
    const begun = (await asAdmin((ctx) => getAdminAgency(ctx, id))).names[0]?.id ?? ''
    await expect(
      asAdmin((ctx) => dropAgencyName(ctx, id, { submissionKey: key(), version: 1, nameId: begun })),
    ).rejects.toMatchObject({ reason: { key: 'agencies:error.nameBegun' } })
    almaty.clock.move(now)
  })

  it('is not renamed for a day that is over, and once more for the same day only puts the words right', async () => {
    const id = await newAgency('Parks')
    await expect(rename(id, '22.11.2026', 'Gardens', 1)).rejects.toMatchObject({
      fields: { validFrom: 'agencies:error.dayOver' },
    })
    await rename(id, '23.11.2026', 'Gardens', 1)
    const { name, names: versions } = await asAdmin((ctx) => getAdminAgency(ctx, id))
    expect([name, versions.length]).toEqual(['Gardens kk', 1])
  })

  it('drops no name of another agency', async () => {
    const [one, other] = [await newAgency('One'), await newAgency('Other')]
    await rename(other, '2027-05-01', 'Else', 1)
    const nameId = (await asAdmin((ctx) => getAdminAgency(ctx, other))).names[0]?.id ?? ''
    await expect(
      asAdmin((ctx) => dropAgencyName(ctx, one, { submissionKey: key(), version: 1, nameId })),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('an agency that is retired', () => {
  it('leaves the lists and keeps its name; brought back it stands where it stood', async () => {
    const id = await newAgency('Forests')
    const order = async () => (await almaty.as(anyone, (ctx) => listAgencies(ctx))).map((agency) => agency.id)
    const before = await order()
    await asAdmin((ctx) => retireRow(ctx, agencyRows, id, { submissionKey: key(), version: 1 }))
    expect(await order()).toEqual(before.filter((one) => one !== id))
    expect((await asAdmin((ctx) => agencyNames(ctx, [id])))[id]).toBe('Forests kk')
    const retired = await asAdmin((ctx) => listAdminAgencies(ctx, { search: 'forests', show: 'retired' }))
    expect(retired.map((agency) => agency.id)).toEqual([id])
    await asAdmin((ctx) => bringRowBack(ctx, agencyRows, id, { submissionKey: key(), version: 2 }))
    expect(await order()).toEqual(before)
  })

  it('must not have an open appeal; the refusal names it', async () => {
    const id = almaty.clerks['passenger-transport'].agencyId ?? ''
    await product.database.rows(`insert into t_almaty.applicant values ('p', 'Ә', '', '', '', now())`)
    await product.database.rows(
      `insert into t_almaty.appeal (id, number, status, legal_kind, language, channel, applicant_id, agency_ids, received_at,
         registered_on, due_on, due_at, submission_key, access_salt, created_at, updated_at)
       values ('a', '75-26-000009', 'assigned', 'report', 'kk', 'portal', 'p', array[$1::text], now(), '2026-11-23', '2026-12-14',
         now(), 'k', '', now(), now())`,
      [id],
    )
    await product.database.rows(
      `insert into t_almaty.assignment (id, appeal_id, agency_id, assigned_by, assigned_at, due_on, due_at)
       values ('s', 'a', $1, $2, now(), '2026-12-14', now())`,
      [id, almaty.dispatcher.id],
    )
    const retire = () => asAdmin((ctx) => retireRow(ctx, agencyRows, id, { submissionKey: key(), version: 1 }))
    await expect(retire()).rejects.toMatchObject({
      reason: { key: 'agencies:error.hasOpen', values: { count: 1, numbers: '75-26-000009' } },
    })
    await product.database.rows(`update t_almaty.assignment set answered_at = now() where id = 's'`)
    await expect(retire()).resolves.toBeDefined()
  })
})

describe('who may', () => {
  it('configure agencies is the administrator of the same region alone', async () => {
    const input = () => AddAgency.parse({ submissionKey: key(), level: 'local', ...names('Nobody’s') })
    const people = [almaty.dispatcher, almaty.clerks['passenger-transport'], anyone]
    for (const person of people) {
      const tries: ((ctx: TenantContext) => Promise<unknown>)[] = [
        (ctx) => addAgency(ctx, input()),
        (ctx) => listAdminAgencies(ctx),
        (ctx) => moveRow(ctx, agencyRows, { submissionKey: key(), id: 'any', direction: 'up' }),
      ]
      for (const one of tries) await expect(almaty.as(person, one)).rejects.toMatchObject({ name: 'ForbiddenError' })
    }
    const [ours] = await asAdmin((ctx) => listAdminAgencies(ctx))
    const change = { submissionKey: key(), version: 1, level: 'nonState' as const }
    await expect(shymkent.as(shymkent.admin, (ctx) => changeAgency(ctx, ours?.id ?? '', change))).rejects.toMatchObject(
      { name: 'NotFound' },
    )
  })
})

describe('the search', () => {
  it('finds an agency by any of its names, former ones too, typed without Kazakh letters', async () => {
    const found = await asAdmin((ctx) => listAdminAgencies(ctx, { search: 'үй коммуналдык', show: 'inUse' }))
    expect(found.map(({ name }) => name)).toEqual(['Коммуналдық инфрақұрылым және тұрғын үй инспекциясы басқармасы'])
  })
})
