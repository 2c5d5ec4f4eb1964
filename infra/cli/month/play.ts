import type { Principal } from '#app/core/access/principal.ts'
import { setClock } from '#app/core/clock.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { Installation } from '#app/contexts.server.ts'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { changeAgency } from '#app/features/agencies/change-agency.server.ts'
import { visitAppeal } from '#app/features/appeals/presence.server.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import type { Tenant } from '#tenants/registry.ts'
import { chanceOf } from './chance.ts'
import { act, actorOf, type Played } from './act.ts'
import { planMonth, type PlannedContact } from './plan.ts'
import { staffOf } from './staff.ts'

interface MonthParts {
  readonly installation: Installation
  readonly tenant: Tenant
  readonly region: 'almaty' | 'shymkent'
  /** How many people come in the month. */
  readonly contacts: number
  /** The month ends here. */
  readonly now: Date
}

/** Appeals whose lives are played at a time: each act is a transaction that waits for the disk. */
const atOnce = 4

/**
 * Plays an invented month in a region without appeals: every moment is the product's own command under the clock of its
 * moment, in the name of who would do it. Returns how many appeals were brought; 0 where there are some already.
 */
export async function playMonth({ installation, tenant, region, contacts, now }: MonthParts): Promise<number> {
  const as = async <T>(principal: Principal, at: Date, work: (ctx: TenantContext) => Promise<T>): Promise<T> => {
    const { ctx, close } = installation.tenantJob(tenant, principal, setClock(at))
    return work(ctx).finally(close)
  }
  const system = { kind: 'system' } as const
  const started = await as(system, now, ({ db }) => db.selectFrom('appeal').select('id').limit(1).execute())
  if (started.length > 0 || contacts === 0) return 0

  const categories = await as(system, now, ({ db }) =>
    db
      .selectFrom('category')
      .innerJoin('agency', 'agency.id', 'category.agencyId')
      .select(['category.id', 'category.slug', 'agency.id as agencyId'])
      .execute(),
  )
  const bodies = await as(system, now, ({ db }) =>
    db.selectFrom('agency').select(['id', 'slug', 'level', 'version']).orderBy('position').execute(),
  )
  const staff = await as(system, now, (ctx) => staffOf(ctx, chanceOf(contacts)))
  for (const { id, slug, level, version } of bodies.filter(({ level }) => level === 'nonState'))
    await as(staff.admin, new Date(now.getTime() - 40 * 86_400_000), (ctx) =>
      changeAgency(ctx, id, {
        submissionKey: crypto.randomUUID(),
        version,
        level,
        email: `${slug}@${region}.example`,
      }),
    )
  const month = planMonth({ region, contacts, categories: categories.map(({ slug }) => slug), now })
  const played = new Map<number, Played>()
  // One after the other, so that numbers follow the clock.
  for (const { contact, at, what } of month.moments) {
    const planned = month.contacts[contact]
    const category = categories.find(({ slug }) => slug === planned?.category)
    const body = bodies.find(({ id }) => id === category?.agencyId)
    const second = bodies.findLast(({ id, level }) => level === 'local' && id !== body?.id)
    const outsider = bodies.find(({ level }) => level === 'nonState')
    if (what.act !== 'file' || !planned || !category || !body || !second || !outsider) continue
    const id = await as({ kind: 'resident', grantedIds: [] }, at, (ctx) => file(ctx, planned, contact))
    played.set(contact, { id, planned, categoryId: category.id, body, second, outsider })
  }
  const lives = [...played].map(([contact, appeal]) => async () => {
    for (const { at, what } of month.moments.filter((moment) => moment.contact === contact)) {
      if (what.act === 'file') continue
      const actor = await as(system, at, (ctx) => actorOf(ctx, what, appeal, staff))
      if (!actor) continue
      await as(actor, at, async (ctx) => {
        // Whoever writes has opened the page before, and so read what colleagues said to them.
        const writes = what.act === 'draft' || what.act === 'submit'
        if (writes && actor.kind === 'staff') await visitAppeal(ctx, appeal.id)
        await act(ctx, what, appeal)
      })
    }
  })
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let life = lives.shift(); life; life = lives.shift()) await life()
    }),
  )
  return played.size
}

function file(ctx: TenantContext, planned: PlannedContact, contact: number): Promise<string> {
  const input = SubmitAppeal.parse({
    submissionKey: crypto.randomUUID(),
    kind: 'person',
    intent: planned.intent,
    category: planned.category,
    text: planned.text,
    language: planned.language,
    fullName: planned.person.fullName,
    iin: planned.person.iin,
    address: planned.address,
    answerChannels: planned.byMail ? ['mail'] : ['post'],
    email: planned.byMail ? `contact-${contact}@mail.example` : null,
  })
  return submitAppeal(ctx, input, '127.0.0.1')
}
