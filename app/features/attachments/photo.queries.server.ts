import { accessible } from '#app/core/access/accessible.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { mediaOfType } from './media.ts'

/** A photo of an appeal, with what the policy asks about the appeal. Throws NotFound, and for what is no photo too. */
export async function getPhoto(ctx: TenantContext, appealId: string, attachmentId: string) {
  const row = await ctx.db
    .selectFrom('attachment')
    .innerJoin('appeal', 'appeal.id', 'attachment.appealId')
    .select(['attachment.id', 'attachment.name', 'attachment.mediaType', 'attachment.bytes'])
    .select(['attachment.parentId', 'attachment.informationId', 'attachment.publishable'])
    .select(['appeal.number', 'appeal.agencyIds'])
    .where('attachment.id', '=', attachmentId)
    .where('attachment.state', '=', 'kept')
    .where('appeal.id', '=', appealId)
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .executeTakeFirst()
  const format = row && mediaOfType(row.mediaType)?.photo
  if (!row || !format) throw new NotFound('Attachment')
  const { number, agencyIds, ...photo } = row
  return { ...photo, format, appeal: { id: appealId, number: number ?? '', agencyIds } }
}

/** What the page needs on which places of a photo are blacked out: the photo, and what was made of it before. */
export async function getBlackOut(ctx: TenantContext, appealId: string, attachmentId: string) {
  const { appeal, ...photo } = await getPhoto(ctx, appealId, attachmentId)
  // Who may not do it is not told that there is such a page.
  if (!may(ctx.ability, 'blackOut', 'Appeal', appeal)) throw new NotFound('Attachment')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const made = await ctx.db
    .selectFrom('attachment')
    .innerJoin('staffMember', 'staffMember.id', 'attachment.madeBy')
    .select(['attachment.id', 'attachment.createdAt', 'attachment.publishable', 'staffMember.fullName'])
    .where('attachment.parentId', '=', attachmentId)
    .where('attachment.state', '=', 'kept')
    .orderBy('attachment.id', 'desc')
    .execute()
  return {
    id: photo.id,
    name: photo.name,
    appeal: { id: appealId, number: appeal.number },
    made: made.map(({ createdAt, fullName, ...rest }) => ({
      ...rest,
      by: fullName,
      when: formatMoment(createdAt, timeZone),
    })),
  }
}

export type BlackOut = Awaited<ReturnType<typeof getBlackOut>>
