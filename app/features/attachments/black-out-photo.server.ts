import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { KeptFile } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { blackedOut, UnreadablePhoto } from '#app/integrations/images/photos.server.ts'
import { attachmentName } from './attachment-name.ts'
import type { BlackOutPhoto } from './attachments.schema.ts'
import { pixelsOf } from './black-out.ts'
import { mediaKinds } from './media.ts'
import { getPhoto } from './photo.queries.server.ts'

/**
 * Draws a photo anew with places painted over, as a file of its own beside the untouched one; the same key makes one.
 * Returns its id. Not inside a transaction. Throws NotFound, ForbiddenError, Refusal for a picture that cannot be opened.
 */
export async function blackOutPhoto(
  ctx: TenantContext,
  appealId: string,
  attachmentId: string,
  { submissionKey, areas }: BlackOutPhoto,
): Promise<string> {
  const photo = await getPhoto(ctx, appealId, attachmentId)
  authorize(ctx.ability, 'blackOut', 'Appeal', photo.appeal)
  const made = await findMade(ctx, submissionKey)
  if (made) return made
  const id = newId()
  const drawn = await blackedOut(
    async () => buffer(await ctx.files.read(attachmentId)),
    (size) => areas.map((area) => pixelsOf(area, size)),
  ).catch((error: unknown) => {
    throw error instanceof UnreadablePhoto ? new Refusal('attachments:error.broken', { name: photo.name }) : error
  })
  const kept = await ctx.files.put(id, Readable.from([drawn]))
  try {
    const entered = await inTransaction(ctx, (ctx) => enter(ctx, id, appealId, attachmentId, submissionKey, kept))
    if (entered !== id) await ctx.files.remove(id)
    return entered
  } catch (error) {
    await ctx.files.remove(id)
    throw error
  }
}

async function findMade({ db }: TenantContext, submissionKey: string): Promise<string | undefined> {
  const made = await db
    .selectFrom('attachment')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirst()
  return made?.id
}

/** Writes the row of the new file; the id of the one that the same form made before, where there is one. */
async function enter(
  ctx: TenantContext,
  id: string,
  appealId: string,
  parentId: string,
  submissionKey: string,
  kept: KeptFile,
): Promise<string> {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  // It may have been taken away while we drew; whoever takes it away now waits for us.
  const parent = await ctx.db
    .selectFrom('attachment')
    .select('informationId')
    .where('id', '=', parentId)
    .where('state', '=', 'kept')
    .forUpdate()
    .executeTakeFirst()
  if (!parent) throw new NotFound('Attachment')
  const { type: mediaType, extension } = mediaKinds.jpeg
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('attachment')
    .values({
      id,
      draftId: null,
      appealId,
      informationId: parent.informationId,
      // The name it came by may name a person.
      name: attachmentName(ctx.t('attachments:blackOut.fileName'), extension, 'x'),
      mediaType,
      ...kept,
      state: 'kept',
      addedBy: 'staff',
      createdAt: ctx.clock.now(),
      parentId,
      madeBy: ctx.principal.id,
      submissionKey,
    })
    .onConflict((conflict) => conflict.column('submissionKey').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return (await findMade(ctx, submissionKey)) ?? id
  await record(ctx, {
    event: 'attachment.blackedOut',
    subjectKind: 'attachment',
    subjectId: id,
    fields: ['name', 'mediaType', 'bytes'],
    refs: { appealId, parentId },
  })
  return id
}
