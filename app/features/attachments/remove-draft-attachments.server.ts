import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { HoldDraft } from './hold-draft.ts'

/** Takes a file out of a draft. Throws NotFound where draft or file is gone, and what `hold` throws. Not in a transaction. */
export async function removeDraftAttachment(
  ctx: TenantContext,
  draftId: string,
  id: string,
  hold: HoldDraft,
): Promise<void> {
  authorize(ctx.ability, 'create', 'Appeal')
  const gone = await inTransaction(ctx, async (ctx) => ((await hold(ctx)) ? forget(ctx, draftId, id) : []))
  if (gone.length === 0) throw new NotFound('Attachment')
  await removeFiles(ctx, gone)
}

/**
 * Takes every file out of a draft in the transaction in which `hold` throws the draft away. Not in a transaction.
 */
export async function removeDraftAttachments(ctx: TenantContext, draftId: string, hold: HoldDraft): Promise<void> {
  authorize(ctx.ability, 'create', 'Appeal')
  const gone = await inTransaction(ctx, async (ctx) => ((await hold(ctx)) ? forget(ctx, draftId) : []))
  await removeFiles(ctx, gone)
}

/** Rows first: a file without a row is swept away, a row without a file shows an error. */
async function forget(ctx: TenantContext, draftId: string, id?: string): Promise<string[]> {
  const rows = await ctx.db
    .deleteFrom('attachment')
    .where('draftId', '=', draftId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .returning('id')
    .execute()
  for (const { id } of rows) {
    await record(ctx, { event: 'attachment.removed', subjectKind: 'attachment', subjectId: id, refs: { draftId } })
  }
  return rows.map(({ id }) => id)
}

async function removeFiles(ctx: TenantContext, ids: readonly string[]): Promise<void> {
  for (const id of ids) await ctx.files.remove(id)
}
