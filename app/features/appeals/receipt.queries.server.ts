import { getRegion } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import type { Channel } from '#db/schema/vocabulary.ts'
import { accessCode } from './access-code.server.ts'
import { applicantName, channelsText } from './applicant.ts'
import { getAppeal, type AppealRow } from './appeals.queries.server.ts'
import { shownCode } from './code.ts'

/** What a receipt says, ready to be read. */
export interface Receipt {
  readonly appealId: string
  readonly issuer: string
  /** By which way it came. */
  readonly channel: Channel
  /** Name and post of who took it in; empty where nobody did. */
  readonly receivedBy: string
  readonly applicant: string
  /** Where the appeal can be followed, as people type it. */
  readonly where: string
  readonly number: string
  readonly code: string
  readonly receivedAt: string
  readonly registeredOn: string
  readonly dueOn: string
  /** How the answer comes; empty where nobody is named. */
  readonly reply: string
  /** Whether it goes out by mail too. */
  readonly isMailed: boolean
  /** Whether its number goes out by SMS. */
  readonly isTexted: boolean
}

/** The legal coupon of an appeal, for the person who brought it: staff never see the code. Throws NotFound. */
export async function getReceipt(ctx: TenantContext, appealId: string): Promise<Receipt> {
  if (ctx.principal.kind !== 'resident') throw new NotFound('Receipt')
  return receiptOf(ctx, await getAppeal(ctx, appealId))
}

/** What the receipt of this appeal says, in the asker's language; whoever calls has made sure who asks. */
export async function receiptOf(ctx: TenantContext, appeal: AppealRow): Promise<Receipt> {
  const region = await getRegion(ctx)
  const applicant = await ctx.db
    .selectFrom('applicant')
    .select(['fullName', 'organisationName', 'email', 'phone'])
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  const registrar = await ctx.db
    .selectFrom('registration')
    .select(['registrarName', 'registrarRole'])
    .where('appealId', '=', appeal.id)
    .executeTakeFirst()
  return {
    appealId: appeal.id,
    issuer: region.centre,
    channel: appeal.channel,
    receivedBy: registrar ? `${registrar.registrarName}, ${ctx.t(`staff:role.${registrar.registrarRole}`)}` : '',
    applicant: applicantName(applicant, ctx.t('appeals:applicant.unnamed')),
    where: `${new URL(ctx.origin).host}${paths.track(ctx.locale)}`,
    number: appeal.number ?? '',
    code: shownCode(accessCode(ctx, appeal)),
    receivedAt: formatMoment(appeal.receivedAt, region.timeZone),
    registeredOn: formatDay(appeal.registeredOn),
    dueOn: formatDay(appeal.dueOn),
    reply: channelsText(appeal.answerChannels, (channel) => ctx.t(`appeals:channel.${channel}`)),
    isMailed: Boolean(applicant.email),
    isTexted: ctx.hasSms && appeal.answerChannels.includes('sms') && Boolean(applicant.phone),
  }
}
