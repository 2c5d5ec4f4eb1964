import type { Principal } from '#app/core/access/principal.ts'
import { setClock } from '#app/core/clock.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { Installation } from '#app/contexts.server.ts'
import { addInformation } from '#app/features/appeals/add-information.server.ts'
import { addNote } from '#app/features/appeals/add-note.server.ts'
import { SubmitAppeal } from '#app/features/appeals/appeals.schema.ts'
import { assignAppeal } from '#app/features/appeals/assign-appeal.server.ts'
import { classifyAppeal } from '#app/features/appeals/classify-appeal.server.ts'
import { draftAnswer } from '#app/features/appeals/draft-answer.server.ts'
import { forwardAppeal } from '#app/features/appeals/forward-appeal.server.ts'
import { visitAppeal } from '#app/features/appeals/presence.server.ts'
import { returnAnswer } from '#app/features/appeals/return-answer.server.ts'
import { signAnswer } from '#app/features/appeals/sign-answer.server.ts'
import { submitAnswer } from '#app/features/appeals/submit-answer.server.ts'
import { submitAppeal } from '#app/features/appeals/submit-appeal.server.ts'
import { withdrawAppeal } from '#app/features/appeals/withdraw-appeal.server.ts'
import type { Tenant } from '#tenants/registry.ts'
import { chanceOf } from './chance.ts'
import { planMonth, type PlannedAct, type PlannedContact } from './plan.ts'
import { staffOf, type MonthStaff } from './staff.ts'

interface MonthParts {
  readonly installation: Installation
  readonly tenant: Tenant
  readonly region: 'almaty' | 'shymkent'
  /** How many people come in the month. */
  readonly contacts: number
  /** The month ends here. */
  readonly now: Date
}

/** An appeal of the month, and the category that it was brought under. */
interface Played {
  readonly id: string
  readonly planned: PlannedContact
  readonly category: { readonly id: string; readonly agencyId: string; readonly level: string }
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
      .select(['category.id', 'category.slug', 'category.legalKind', 'agency.id as agencyId', 'agency.level'])
      .execute(),
  )
  const staff = await as(system, now, (ctx) => staffOf(ctx, chanceOf(contacts)))
  const month = planMonth({ region, contacts, categories: categories.map(({ slug }) => slug), now })
  const played = new Map<number, Played>()
  // One after the other, so that numbers follow the clock.
  for (const { contact, at, what } of month.moments) {
    const planned = month.contacts[contact]
    const category = categories.find(({ slug }) => slug === planned?.category)
    if (what.act !== 'file' || !planned || !category) continue
    const id = await as({ kind: 'resident', grantedIds: [] }, at, (ctx) => file(ctx, planned, contact))
    played.set(contact, { id, planned, category })
  }
  const lives = [...played].map(([contact, appeal]) => async () => {
    for (const { at, what } of month.moments.filter((moment) => moment.contact === contact)) {
      if (what.act === 'file') continue
      await as(actorOf(what, appeal, staff), at, async (ctx) => {
        // Whoever writes has opened the page before, and so read what colleagues said to them.
        if (what.act === 'draft' || what.act === 'submit') await visitAppeal(ctx, appeal.id)
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

/** Who does it: the person, the dispatcher, or the agency's clerk or head. */
function actorOf({ act }: PlannedAct, { id, category }: Played, staff: MonthStaff): Principal {
  if (act === 'inform' || act === 'withdraw') return { kind: 'resident', grantedIds: [id] }
  if (act === 'classify' || act === 'give') return staff.dispatcher
  return act === 'sign' || act === 'return' ? staff.headOf(category.agencyId) : staff.clerkOf(category.agencyId)
}

async function act(ctx: TenantContext, what: PlannedAct, { id, category }: Played): Promise<void> {
  const { version, legalKind } = await ctx.db
    .selectFrom('appeal')
    .select(['version', 'legalKind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const submissionKey = crypto.randomUUID()
  const draftVersion = async () => {
    const draft = await ctx.db
      .selectFrom('answerDraft')
      .select('version')
      .where('appealId', '=', id)
      .where('agencyId', '=', category.agencyId)
      .executeTakeFirst()
    return draft?.version ?? 0
  }
  switch (what.act) {
    case 'classify':
      return classifyAppeal(ctx, id, { version, legalKind, categoryId: category.id })
    case 'give':
      return category.level === 'local'
        ? assignAppeal(ctx, id, { version, agencyId: category.agencyId })
        : forwardAppeal(ctx, id, { version, forwardTo: category.agencyId })
    case 'note':
      return addNote(ctx, id, { submissionKey, note: what.text, mention: undefined })
    case 'draft':
      await draftAnswer(ctx, id, { draftVersion: await draftVersion(), outcome: null, text: what.text })
      return
    case 'submit':
      return submitAnswer(ctx, id, {
        version,
        draftVersion: await draftVersion(),
        outcome: what.outcome,
        text: what.text,
      })
    case 'return':
      return returnAnswer(ctx, id, { version, reason: what.text })
    case 'sign':
      return signAnswer(ctx, id, { version })
    case 'inform':
      return addInformation(ctx, id, { submissionKey, text: what.text })
    case 'withdraw':
      return withdrawAppeal(ctx, id, { submissionKey, reason: what.text })
  }
}
