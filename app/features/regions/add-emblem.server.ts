import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import type { ReceivedFile } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { drawnEmblem, type DrawnEmblem } from '#app/integrations/images/emblems.server.ts'
import { UnreadablePhoto } from '#app/integrations/images/photos.server.ts'
import { emblemFormatOf, leastSide } from './emblem-kinds.ts'

/**
 * Draws a picture anew and keeps it, for the emblem that the same form will make of it; the form sent twice keeps it once.
 * Nothing shows it yet. Not inside a transaction. Throws ForbiddenError, InvalidInput for what is no picture that we take.
 */
export async function addEmblem(ctx: TenantContext, submissionKey: string, file: ReceivedFile): Promise<void> {
  authorize(ctx.ability, 'configure', 'Region')
  if (file.cut) throw new InvalidInput({ emblem: 'regions:error.emblemLarge' })
  const { png, from } = await drawn(file)
  if (from < leastSide) throw new InvalidInput({ emblem: 'regions:error.emblemSmall' })
  const id = newId()
  const { bytes, sha256 } = await ctx.files.put(id, Readable.from([png]))
  try {
    const kept = await inTransaction(ctx, async (ctx) => {
      const { numInsertedOrUpdatedRows } = await ctx.db
        .insertInto('emblem')
        .values({ id, submissionKey, bytes, sha256, createdAt: ctx.clock.now() })
        .onConflict((conflict) => conflict.column('submissionKey').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) return false
      await record(ctx, { event: 'emblem.added', subjectKind: 'emblem', subjectId: id, fields: ['bytes', 'sha256'] })
      return true
    })
    if (!kept) await ctx.files.remove(id)
  } catch (error) {
    await ctx.files.remove(id)
    throw error
  }
}

async function drawn(file: ReceivedFile): Promise<DrawnEmblem> {
  const head = file.bytes === 0 ? Buffer.alloc(0) : await buffer(file.read(0, Math.min(file.bytes, 4096)))
  const format = emblemFormatOf(head)
  if (!format) throw new InvalidInput({ emblem: 'regions:error.emblemKind' })
  return drawnEmblem(format, () => buffer(file.read())).catch((error: unknown) => {
    throw error instanceof UnreadablePhoto ? new InvalidInput({ emblem: 'regions:error.emblemBroken' }) : error
  })
}
