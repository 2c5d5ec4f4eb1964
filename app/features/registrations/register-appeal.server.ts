import { acceptAppeal, findSubmission } from '#app/features/appeals/public.server.ts'
import { attachToAppeal } from '#app/features/attachments/public.server.ts'
import { servedChannels } from '#app/features/drafts/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { StaffPrincipal } from '#app/core/access/principal.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { momentOf } from '#app/core/i18n/wall-clock.ts'
import { mostDaysBack, registrarRole, registrationDraft } from './registration.ts'
import type { RegisterAppeal } from './registrations.schema.server.ts'

const day = 86_400_000

/**
 * Registers an appeal that came by the hall, the hotline, e-mail or post, with the files kept under the same key; one
 * appeal however often the same page is sent. Its clock starts by when it came, not by when it was typed. Returns the
 * appeal's id. Throws ForbiddenError, InvalidInput for a moment that is to come or long ago, Refusal where other words were
 * registered by the same page.
 */
export async function registerAppeal(
  ctx: TenantContext,
  input: RegisterAppeal,
  submissionKey: string,
): Promise<string> {
  authorize(ctx.ability, 'register', 'Appeal')
  const registrar = registrarOf(ctx)
  const receivedAt = await receivedAtOf(ctx, input)
  await mustBeServed(ctx, input)
  await mustBeSameWords(ctx, input, submissionKey)
  const { channel, legalKind } = input
  const intake = {
    channel,
    receivedAt,
    // Without a name nothing but a report of a crime or a threat is considered.
    legalKind: input.kind === 'anonymous' ? ('report' as const) : (legalKind ?? undefined),
    input: { ...input, intent: input.meant, submissionKey, placeLat: null, placeLon: null },
  }
  return acceptAppeal(ctx, intake, async (ctx, appealId) => {
    await lockRegistrar(ctx, registrar)
    await ctx.db
      .insertInto('registration')
      .values({
        appealId,
        registeredBy: registrar.id,
        registrarName: registrar.name,
        registrarRole: registrarRole(registrar.roles),
        outsideNumber: input.outsideNumber,
        outsideOn: input.outsideOn,
        readBack: input.readBack === 'yes',
        threat: input.kind === 'anonymous' ? input.threat === 'yes' : null,
        createdAt: ctx.clock.now(),
      })
      .execute()
    await attachToAppeal(ctx, registrationDraft(registrar.id, submissionKey), appealId)
  })
}

/** Throws a Refusal where the page had registered something else: whoever goes back to write another must not lose it. */
async function mustBeSameWords({ db }: TenantContext, { text }: RegisterAppeal, submissionKey: string): Promise<void> {
  const before = await db
    .selectFrom('appeal')
    .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
    .select(['appeal.number', 'appealText.text'])
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirst()
  if (before && before.text !== text)
    throw new Refusal('registrations:error.registeredAlready', { number: before.number ?? '' })
}

/** Throws InvalidInput where the region answers by no such channel. */
async function mustBeServed(ctx: TenantContext, input: RegisterAppeal): Promise<void> {
  if (input.kind === 'anonymous') return
  const served = await servedChannels(ctx)
  if (input.answerChannels.some((channel) => !served.includes(channel)))
    throw new InvalidInput({ answerChannels: 'appeals:error.channelGone' })
}

/** When an appeal came, by the region's wall clock. Throws InvalidInput. */
async function receivedAtOf(
  ctx: TenantContext,
  { receivedOn, receivedTime, outsideOn }: RegisterAppeal,
): Promise<Date> {
  const { timeZone } = await getRegion(ctx)
  const receivedAt = momentOf(receivedOn, receivedTime, timeZone)
  const age = ctx.clock.now().getTime() - receivedAt.getTime()
  if (age < 0) throw new InvalidInput({ receivedOn: 'registrations:error.notYet' })
  if (age > mostDaysBack * day) throw new InvalidInput({ receivedOn: 'registrations:error.longAgo' })
  // A letter is not written after it has come.
  if (outsideOn && outsideOn > receivedOn) throw new InvalidInput({ outsideOn: 'registrations:error.outsideAfter' })
  return receivedAt
}

/** Who asks, of the staff. Throws NotFound. */
export function registrarOf({ principal }: TenantContext): StaffPrincipal {
  if (principal.kind !== 'staff') throw new NotFound('StaffMember')
  return principal
}

/** Keeps the windows of one registrar apart until the transaction ends: files come to a page that is being sent, or do not. */
async function lockRegistrar({ db }: TenantContext, { id }: StaffPrincipal): Promise<void> {
  await db.selectFrom('staffMember').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** For the files of a registration: holds it open; false where it has become an appeal already. */
export const holdRegistration = (submissionKey: string) => async (ctx: TenantContext) => {
  await lockRegistrar(ctx, registrarOf(ctx))
  return (await findSubmission(ctx, submissionKey)) === undefined
}
