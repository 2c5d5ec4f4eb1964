import { Readable } from 'node:stream'
import type { TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** Keeps the file of a letter, and says so once. Not inside a transaction. */
export async function keepLetter(
  ctx: TenantContext,
  { id, appealId }: { readonly id: string; readonly appealId: string },
  file: Buffer,
  of: Readonly<Record<string, string>>,
): Promise<void> {
  const { bytes, sha256 } = await ctx.files.put(id, Readable.from([file]))
  await inTransaction(ctx, async (ctx) => {
    const kept = await ctx.db
      .updateTable('answerLetter')
      .set({ state: 'kept', bytes, sha256, madeAt: ctx.clock.now() })
      .where('id', '=', id)
      .where('state', '=', 'due')
      .executeTakeFirst()
    if (kept.numUpdatedRows === 0n) return
    await record(ctx, {
      event: 'letter.made',
      subjectKind: 'letter',
      subjectId: id,
      fields: ['bytes', 'sha256'],
      refs: { ...of, appealId },
    })
  })
}
