import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { PublishPhoto } from './attachments.schema.ts'
import { getPhoto } from './photo.queries.server.ts'

/**
 * Says whether the public may see a photo. Only one on which places were blacked out can ever be: what a person sent stays
 * between the person and the staff. Throws NotFound, ForbiddenError, Refusal.
 */
export function publishPhoto(
  ctx: TenantContext,
  appealId: string,
  { attachmentId, publishable }: PublishPhoto,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const photo = await getPhoto(ctx, appealId, attachmentId)
    authorize(ctx.ability, 'blackOut', 'Appeal', photo.appeal)
    if (photo.parentId === null) throw new Refusal('attachments:blackOut.error.original')
    if (photo.publishable === publishable) return
    await ctx.db
      .updateTable('attachment')
      .set({ publishable })
      .where('id', '=', attachmentId)
      .where('state', '=', 'kept')
      .execute()
    await record(ctx, {
      event: publishable ? 'attachment.published' : 'attachment.withheld',
      subjectKind: 'attachment',
      subjectId: attachmentId,
      fields: ['publishable'],
      refs: { appealId },
    })
  })
}
