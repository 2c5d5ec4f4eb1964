import { channelsText, counterReceiptResponse } from '#app/features/appeals/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'

/** How many rows a page of the list has. */
const pageRows = 50

/**
 * What the asker has registered, or of a dispatcher what everybody has, the newest first. `after` is the id of the last row
 * of the page before. Throws ForbiddenError.
 */
export async function listRegistrations(ctx: TenantContext, after: string | undefined) {
  authorize(ctx.ability, 'register', 'Appeal')
  const { timeZone } = await getRegion(ctx)
  const rows = await ctx.db
    .selectFrom('registration')
    .innerJoin('appeal', 'appeal.id', 'registration.appealId')
    .select(['registration.appealId', 'registration.registrarName', 'appeal.number', 'appeal.channel'])
    .select(['appeal.receivedAt', 'appeal.registeredOn', 'appeal.excerpt', 'appeal.language'])
    .where(accessible(ctx.ability, 'read', 'Registration', 'registration'))
    .$if(after !== undefined, (query) => query.where('registration.appealId', '<', after ?? ''))
    .orderBy('registration.appealId', 'desc')
    .limit(pageRows + 1)
    .execute()
  const shown = rows.slice(0, pageRows)
  return {
    rows: shown.map((row) => ({
      id: row.appealId,
      number: row.number ?? '',
      channel: row.channel,
      receivedAt: formatMoment(row.receivedAt, timeZone),
      registeredOn: formatDay(row.registeredOn),
      excerpt: row.excerpt,
      language: row.language,
      by: row.registrarName,
    })),
    next: rows.length > pageRows ? shown.at(-1)?.appealId : undefined,
    /** A dispatcher sees what others have registered too. */
    ofAll: ctx.ability.can('read', 'Appeal'),
  }
}

export type RegistrationList = Awaited<ReturnType<typeof listRegistrations>>

/** One registration, for who may see it. Throws NotFound. */
async function findRegistration({ db, ability }: TenantContext, appealId: string) {
  const row = await db
    .selectFrom('registration')
    .innerJoin('appeal', 'appeal.id', 'registration.appealId')
    .innerJoin('applicant', 'applicant.id', 'appeal.applicantId')
    .select(['registration.registrarName', 'registration.registrarRole', 'registration.outsideNumber'])
    .select(['registration.outsideOn', 'registration.threat', 'registration.createdAt'])
    .select(['appeal.number', 'appeal.channel', 'appeal.receivedAt', 'appeal.registeredOn', 'appeal.dueOn'])
    .select(['appeal.legalKind', 'appeal.answerChannels', 'appeal.language'])
    .select(['applicant.fullName', 'applicant.organisationName', 'applicant.email', 'applicant.phone'])
    .where('registration.appealId', '=', appealId)
    .where(accessible(ability, 'read', 'Registration', 'registration'))
    .executeTakeFirst()
  if (!row) throw new NotFound('Registration')
  return row
}

/** What the person at the counter is told and handed: the receipt without its code, which staff never see. Throws NotFound. */
export async function getRegistration(ctx: TenantContext, appealId: string) {
  const row = await findRegistration(ctx, appealId)
  const { timeZone, centre } = await getRegion(ctx)
  return {
    id: appealId,
    issuer: centre,
    number: row.number ?? '',
    applicant: [row.organisationName, row.fullName].filter(Boolean).join(', '),
    channel: row.channel,
    receivedBy: `${row.registrarName}, ${ctx.t(`staff:role.${row.registrarRole}`)}`,
    receivedAt: formatMoment(row.receivedAt, timeZone),
    registeredOn: formatDay(row.registeredOn),
    dueOn: formatDay(row.dueOn),
    legalKind: row.legalKind,
    reply: channelsText(row.answerChannels, (channel) => ctx.t(`appeals:channel.${channel}`)),
    outside: [row.outsideNumber, row.outsideOn && formatDay(row.outsideOn)].filter(Boolean).join(', '),
    threat: row.threat,
    /** Where number and code have gone. */
    isMailed: Boolean(row.email),
    isTexted: ctx.hasSms && row.answerChannels.includes('sms') && Boolean(row.phone),
    canOpen: ctx.ability.can('read', 'Appeal'),
  }
}

export type RegisteredAppeal = Awaited<ReturnType<typeof getRegistration>>

/** The same as a paper, in the appeal's language. Throws NotFound. */
export async function registrationReceipt(ctx: TenantContext, appealId: string): Promise<Response> {
  await findRegistration(ctx, appealId)
  return counterReceiptResponse(ctx, appealId)
}
