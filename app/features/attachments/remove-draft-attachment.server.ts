import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** Takes a file out of a draft. Its row first: a file without a row is swept away, a row without a file shows an error. */
export async function removeDraftAttachment(ctx: TenantContext, draftId: string, id: string): Promise<void> {
  authorize(ctx.ability, 'create', 'Appeal')
  await inTransaction(ctx, async (ctx) => {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('attachment')
      .where('id', '=', id)
      .where('draftId', '=', draftId)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new NotFound('Attachment')
    await record(ctx, {
      event: 'attachment.removed',
      subjectKind: 'attachment',
      subjectId: id,
      refs: { draftId },
    })
  })
  await ctx.files.remove(id)
}
