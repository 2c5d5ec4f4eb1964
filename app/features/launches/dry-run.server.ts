import { randomUUID } from 'node:crypto'
import {
  acceptAppeal,
  assignAppeal,
  forwardAppeal,
  getAppeal,
  SubmitAppeal,
} from '#app/features/appeals/public.server.ts'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { suggestRouting, type Reason } from '#app/features/routing/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import { permissionsOf } from '#app/core/access/permissions.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { lacks } from './launch.queries.server.ts'
import { samples, type Sample } from './samples.ts'
import { seeStep } from './see-step.server.ts'

/** What came of a sample: where it landed, why, when it is due and whom it would be told. */
export interface SampleRun {
  readonly text: string
  readonly language: Sample['language']
  readonly number: string
  readonly kind: string
  /** dd.MM.yyyy */
  readonly dueOn: string
  /** Of the suggestions that a person would confirm; undefined where nothing is suggested and a dispatcher decides. */
  readonly category: Landing | undefined
  readonly agency: Landing | undefined
  /** Whether the body is ordered, or forwarded to with notice to the person. */
  readonly given: 'assigned' | 'forwarded' | 'waits'
  /** Names of colleagues in whose lists it would stand. */
  readonly colleagues: readonly string[]
  readonly channel: Sample['channel']
}

interface Landing {
  readonly name: string
  readonly reason: Reason
}

/** Ends the transaction in which everything was tried. */
class OnlyTried extends Error {
  override readonly name = 'OnlyTried'
  readonly runs: readonly SampleRun[]
  constructor(runs: readonly SampleRun[]) {
    super('A dry run leaves nothing')
    this.runs = runs
  }
}

/**
 * Brings twelve sample contacts by the real commands, registered, suggested and given to the body that is suggested, in one
 * transaction that is taken back: no number is used, nobody is told. Throws ForbiddenError, Refusal where a kind of appeal
 * has no term yet.
 */
export async function dryRun(ctx: TenantContext): Promise<readonly SampleRun[]> {
  authorize(ctx.ability, 'configure', 'Region')
  const { principal } = ctx
  if (principal.kind !== 'staff') throw new NotFound('StaffMember')
  if (await lacks(ctx, 'kindWithoutTerm')) throw new Refusal('launches:error.termsFirst')
  // As a dispatcher would: an administrator gives nobody work.
  const roles = ['dispatcher'] as const
  // By what is usual: the run shows where the rules lead, whatever the region has its dispatchers do.
  const dispatcher = { ...principal, roles, permissions: permissionsOf(roles) }
  const tried = inTransaction(ctx, async (inner) => {
    const acting: TenantContext = { ...inner, principal: dispatcher, ability: inner.abilityOf(dispatcher) }
    const runs: SampleRun[] = []
    for (const sample of samples) runs.push(await runSample(acting, sample))
    throw new OnlyTried(runs)
  })
  const runs = await tried.catch((error: unknown) => {
    if (error instanceof OnlyTried) return error.runs
    throw error
  })
  await seeStep(ctx, 'dryRun')
  return runs
}

async function runSample(ctx: TenantContext, sample: Sample): Promise<SampleRun> {
  const { text, language, intent, channel } = sample
  const input = SubmitAppeal.parse({
    submissionKey: randomUUID(),
    kind: 'person',
    intent,
    text,
    language,
    address: ctx.t('launches:dryRun.address'),
    fullName: ctx.t('launches:dryRun.person'),
    iin: '900515300018',
    answerChannels: channel,
    email: 'dry-run@mail.example',
    phone: '+7 701 000 00 00',
  })
  const id = await acceptAppeal(ctx, { input, channel: 'portal', receivedAt: ctx.clock.now() })
  const suggested = await suggestRouting(ctx, id)
  const body = (await listAgencies(ctx)).find((agency) => agency.id === suggested?.agency?.id)
  if (body?.level === 'local') await assignAppeal(ctx, id, { version: 1, agencyId: body.id, suggested: undefined })
  else if (body) await forwardAppeal(ctx, id, { version: 1, forwardTo: body.id, suggested: undefined })
  const appeal = await getAppeal(ctx, id)
  const landing = (found: { name: string; reason: Reason } | undefined): Landing | undefined =>
    found && { name: found.name, reason: found.reason }
  return {
    text,
    language,
    number: appeal.number ?? '',
    kind: ctx.t(`appeals:kind.${appeal.legalKind}`),
    dueOn: formatDay(appeal.dueOn),
    category: landing(suggested?.category),
    agency: landing(suggested?.agency),
    given: body ? (body.level === 'local' ? 'assigned' : 'forwarded') : 'waits',
    colleagues: await colleaguesOf(ctx, body?.id),
    channel,
  }
}

/** Who would find it in their list: the body's clerks, or the dispatchers where nobody is suggested. */
async function colleaguesOf({ db }: TenantContext, agencyId: string | undefined): Promise<string[]> {
  const people = await db
    .selectFrom('staffMember')
    .select(['fullName', 'roles', 'agencyId'])
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute()
  return people
    .filter((person) =>
      agencyId ? person.agencyId === agencyId && person.roles.includes('clerk') : person.roles.includes('dispatcher'),
    )
    .map(({ fullName }) => fullName)
}
