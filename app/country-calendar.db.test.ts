import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fileAppeal } from '#infra/testing/appeals.ts'
import { openTestProduct, type TestProduct, type TestRegion } from '#infra/testing/product.ts'
import { loadCountryCalendar } from '#tenants/country-calendar.ts'
import { abilityFor } from './abilities.server.ts'
import { undoChange } from './features/changes/undo-change.server.ts'
import { moveDeadlines } from './features/appeals/public.server.ts'
import { getCalendarChange } from './features/calendars/calendar-admin.queries.server.ts'
import { AddDay, AddTerm } from './features/calendars/calendars.schema.ts'
import { addTerm, dropTerm } from './features/calendars/change-terms.server.ts'
import {
  announceCountryChange,
  applyCountryChange,
  discardCountryChange,
  draftCountryDay,
} from './features/calendars/country-change.server.ts'
import { getCountryCalendar, getCountryChange } from './features/calendars/country.queries.server.ts'
import { listTerms } from './features/calendars/terms.queries.server.ts'
import type { Event } from './features/notices/public.server.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'
import { newId } from './core/ids.ts'
import { regionalReactions } from './jobs.server.ts'

let product: TestProduct
let almaty: TestRegion
let shymkent: TestRegion
let operator: string

beforeAll(async () => {
  product = await openTestProduct(inject('superuserUrl'))
  ;({ almaty, shymkent } = product)
  operator = newId()
  await product.database.rows(
    `insert into control.auth_user (id, name, email, email_verified, created_at, updated_at)
     values ($1, 'Е', 'operator@platform.example', true, now(), now())`,
    [operator],
  )
  await product.database.rows(
    `insert into control.platform_person (id, user_id, full_name, roles, created_at)
     values ($1, $1, 'Ерлан Үлгісейіт', array['platformOperator'], now())`,
    [operator],
  )
})
afterAll(() => product?.close())

const key = () => crypto.randomUUID()

async function asPlatform<T>(
  roles: readonly ('platformOperator' | 'overseer')[],
  work: (ctx: PlatformContext) => Promise<T>,
): Promise<T> {
  const { ctx, close } = product.installation.platformJob()
  const principal = { kind: 'platform', id: operator, name: 'Ерлан Үлгісейіт', roles } as const
  return work({ ...ctx, principal, ability: abilityFor(principal) }).finally(close)
}
const asOperator = <T>(work: (ctx: PlatformContext) => Promise<T>) => asPlatform(['platformOperator'], work)

/** What the worker does with an event of the platform: one job a region. */
async function spread(verb: 'announced' | 'applied' | 'discarded', id: string): Promise<void> {
  const event: Event = { id: newId(), event: `countryCalendar.${verb}`, subjectKind: 'calendarChange', subjectId: id }
  for (const region of [almaty, shymkent]) {
    const { ctx, close } = product.installation.platformJob()
    await region
      .as({ kind: 'system' }, async (tenant) => regionalReactions[event.event]?.(ctx, tenant, event))
      .finally(close)
  }
}

const draft = (day: string) =>
  asOperator((ctx) =>
    draftCountryDay(ctx, {
      act: 'add',
      input: AddDay.parse({
        submissionKey: key(),
        day,
        kind: 'nonWorking',
        nameKk: 'Ауыстырылған күн',
        nameRu: 'Перенос',
        nameEn: 'Moved day',
        source: 'Постановление № 11',
      }),
    }),
  )
const go = async (act: typeof announceCountryChange, id: string) => {
  const { version } = await asOperator((ctx) => getCountryChange(ctx, id))
  await asOperator((ctx) => act(ctx, id, { submissionKey: key(), version }))
}
const dueOf = async (slug: string, id: string) => {
  const [row] = await product.database.rows<{ due: string }>(
    `select due_on::text as due from t_${slug}.appeal where id = $1`,
    [id],
  )
  return row?.due
}

describe('a day that the country decrees', () => {
  it('is counted by every region before it is applied, and then moves what each has', async () => {
    const ours = [await fileAppeal(almaty), await fileAppeal(almaty)]
    const theirs = await fileAppeal(shymkent)
    const id = await draft('2026-12-08')
    await go(announceCountryChange, id)
    await spread('announced', id)
    const { regions } = await asOperator((ctx) => getCountryChange(ctx, id))
    expect(regions.map(({ slug, counts }) => [slug, counts?.open, counts?.later])).toEqual([
      ['almaty', 2, 2],
      ['shymkent', 1, 1],
    ])
    // The region's administrator sees it coming; nothing has moved.
    const seen = await almaty.as(almaty.admin, (ctx) => getCalendarChange(ctx, id))
    expect(seen).toMatchObject({ origin: 'country', state: 'announced' })
    expect(await dueOf('almaty', ours[0] ?? '')).toBe('2026-12-14')

    await go(applyCountryChange, id)
    // A job that comes late, twice or out of order changes nothing.
    for (const verb of ['applied', 'announced', 'applied'] as const) await spread(verb, id)
    for (const region of [almaty, shymkent]) await region.as({ kind: 'system' }, (ctx) => moveDeadlines(ctx, id))
    expect(await dueOf('almaty', ours[0] ?? '')).toBe('2026-12-15')
    expect(await dueOf('almaty', ours[1] ?? '')).toBe('2026-12-15')
    expect(await dueOf('shymkent', theirs)).toBe('2026-12-15')
    const after = await asOperator((ctx) => getCountryChange(ctx, id))
    expect(after.regions.every(({ applied }) => applied)).toBe(true)
    const { days } = await asOperator((ctx) => getCountryCalendar(ctx, '2026'))
    expect(days.find(({ iso }) => iso === '2026-12-08')).toMatchObject({ source: 'Постановление № 11' })
  })

  it('that is given up leaves no trace but its version', async () => {
    const id = await draft('2026-12-09')
    await go(announceCountryChange, id)
    await spread('announced', id)
    await go(discardCountryChange, id)
    await spread('discarded', id)
    const seen = await almaty.as(almaty.admin, (ctx) => getCalendarChange(ctx, id))
    expect(seen.state).toBe('discarded')
    const days = await product.database.rows(`select 1 from t_almaty.calendar_day where day = '2026-12-09'`)
    expect(days).toEqual([])
  })

  it('waits in a region that moves another change still', async () => {
    const id = await draft('2027-03-02')
    await go(announceCountryChange, id)
    await go(applyCountryChange, id)
    await product.database.rows(
      `insert into t_almaty.calendar_change (id, submission_key, origin, state, lines, source, made_at)
       values ('m', 'm', 'region', 'moving', '{"days": [], "hours": null}', 'x', now())`,
    )
    await expect(spread('applied', id)).rejects.toMatchObject({ reason: { key: 'calendars:error.moving' } })
    await product.database.rows(`delete from t_almaty.calendar_change where id = 'm'`)
    await spread('applied', id)
    const seen = await almaty.as(almaty.admin, (ctx) => getCalendarChange(ctx, id))
    expect(seen.state).toBe('moving')
    await almaty.as({ kind: 'system' }, (ctx) => moveDeadlines(ctx, id))
  })

  it('is the operator’s alone', async () => {
    const id = await draft('2027-03-03')
    const form = { submissionKey: key(), version: 1 }
    for (const work of [
      (ctx: PlatformContext) => announceCountryChange(ctx, id, form),
      (ctx: PlatformContext) => discardCountryChange(ctx, id, form),
      (ctx: PlatformContext) => getCountryChange(ctx, id),
    ])
      await expect(asPlatform<unknown>(['overseer'], work)).rejects.toMatchObject({ name: 'ForbiddenError' })
    await expect(asOperator((ctx) => applyCountryChange(ctx, id, form))).rejects.toMatchObject({
      reason: { key: 'calendars:error.notDraft' },
    })
  })

  it('of a year that comes with a newer product is proposed, and overwrites nothing', async () => {
    await product.database.rows(`delete from control.calendar_day where day >= '2027-01-01'`)
    const load = () => product.installation.database.withControl((db) => loadCountryCalendar(db, new Date()))
    await load()
    await load()
    const drafts = await product.database.rows<{ state: string; days: number }>(
      `select state, jsonb_array_length(lines -> 'days') as days from control.calendar_change
       where submission_key = 'shipped-2027'`,
    )
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.state).toBe('draft')
    expect(drafts[0]?.days).toBeGreaterThan(10)
    const days = await product.database.rows(`select 1 from control.calendar_day where day >= '2027-01-01'`)
    expect(days).toEqual([])
  })
})

describe('a term', () => {
  const asAdmin = <T>(work: (ctx: TenantContext) => Promise<T>) => almaty.as(almaty.admin, work)
  const term = (changes: object = {}) =>
    AddTerm.parse({
      submissionKey: key(),
      termKind: 'application',
      workingDays: '10',
      appliesFrom: '01.12.2026',
      ...changes,
    })

  it('is added from a day to come, for what is registered from that day on, and was counted before as before', async () => {
    const change = await asAdmin((ctx) => addTerm(ctx, term()))
    const listed = (await asAdmin((ctx) => listTerms(ctx))).filter(({ kind }) => kind === 'application')
    expect(listed.map(({ workingDays, from, state, who }) => [workingDays, from, state, who])).toEqual([
      [10, '01.12.2026', 'planned', 'Дәурен Сынақов'],
      [15, '01.07.2021', 'current', ''],
    ])
    const before = await fileAppeal(shymkent)
    almaty.clock.move(new Date('2026-12-01T04:00:00Z'))
    // In force now: neither dropped nor taken back.
    const drop = { submissionKey: key(), termKind: 'application' as const, appliesFrom: '2026-12-01' }
    await expect(asAdmin((ctx) => dropTerm(ctx, drop))).rejects.toMatchObject({
      reason: { key: 'calendars:error.termInForce' },
    })
    await expect(asAdmin((ctx) => undoChange(ctx, change ?? '', { submissionKey: key() }))).rejects.toMatchObject({
      reason: { key: 'calendars:error.termInForce' },
    })
    almaty.clock.move(new Date('2026-11-23T04:00:00Z'))
    expect(await dueOf('shymkent', before)).toBe('2026-12-15')
  })

  it('that is planned may be dropped and taken back; a past day is refused, and a day that has one', async () => {
    for (const termKind of ['complaint', 'forwarding'] as const) {
      const change = await asAdmin((ctx) => addTerm(ctx, term({ termKind, appliesFrom: '2027-01-01' })))
      await expect(asAdmin((ctx) => addTerm(ctx, term({ termKind, appliesFrom: '2027-01-01' })))).rejects.toMatchObject(
        {
          reason: { key: 'common:change.taken' },
        },
      )
      await asAdmin((ctx) => undoChange(ctx, change ?? '', { submissionKey: key() }))
      await asAdmin((ctx) => addTerm(ctx, term({ termKind, appliesFrom: '2027-01-01' })))
      await asAdmin((ctx) => dropTerm(ctx, { submissionKey: key(), termKind, appliesFrom: '2027-01-01' }))
      const left = await asAdmin((ctx) => listTerms(ctx))
      expect(left.filter(({ kind, state }) => kind === termKind && state === 'planned')).toEqual([])
    }
    await expect(asAdmin((ctx) => addTerm(ctx, term({ appliesFrom: '23.11.2026' })))).rejects.toMatchObject({
      fields: { appliesFrom: 'calendars:error.dayNotToCome' },
    })
    await expect(almaty.as(almaty.dispatcher, (ctx) => addTerm(ctx, term()))).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
  })
})
