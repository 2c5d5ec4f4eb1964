import type { NoticeChannel } from '#db/schema/core.ts'
import type { TenantContext } from '#app/core/context.ts'
import { maskedEmail, maskedPhone } from '#app/core/masked.ts'
import { getAppeal } from './appeals.queries.server.ts'

async function reachedBy(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const { email, phone } = await ctx.db
    .selectFrom('applicant')
    .select(['email', 'phone'])
    .where('id', '=', appeal.applicantId)
    .executeTakeFirstOrThrow()
  return { email, phone: appeal.answerChannels.includes('sms') ? phone : null }
}

/** By which channels the person who brought an appeal is told of it: those that were chosen, though an address be erased. */
export async function channelsOf(ctx: TenantContext, appealId: string): Promise<NoticeChannel[]> {
  const { email, phone } = await reachedBy(ctx, appealId)
  return [...(email === null ? [] : (['mail'] as const)), ...(phone === null ? [] : (['sms'] as const))]
}

/** Whom each channel reaches, masked; empty where the address is gone. Throws NotFound for a stranger's appeal. */
export async function getRecipients(ctx: TenantContext, appealId: string): Promise<Record<NoticeChannel, string>> {
  const { email, phone } = await reachedBy(ctx, appealId)
  return { mail: email ? maskedEmail(email) : '', sms: phone ? maskedPhone(phone) : '' }
}
