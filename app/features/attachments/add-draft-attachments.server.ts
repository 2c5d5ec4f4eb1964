import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, type Message } from '#app/core/errors.ts'
import type { KeptFile, SentFile } from '#app/core/files.ts'
import type { SentForm } from '#app/core/http/multipart.server.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { redrawn, UnreadablePhoto } from '#app/integrations/images/photos.server.ts'
import { attachmentName } from './attachment-name.ts'
import { attachmentLimits, countDraftAttachments, sizeOf } from './attachments.queries.server.ts'
import { detectMedia } from './detect-media.server.ts'
import type { HoldDraft } from './hold-draft.ts'
import { mediaKinds } from './media.ts'

interface Ready extends KeptFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
}

/**
 * Keeps the files that a form brought, for what is being written under `draftId`; whoever calls has made sure whose draft
 * it is. Those that can be taken are taken, none where the draft is gone; then throws InvalidInput about the first one
 * that cannot, for the field it came in. Throws what `hold` throws. Not inside a transaction.
 */
export async function addDraftAttachments(
  ctx: TenantContext,
  draftId: string,
  sent: SentForm,
  hold: HoldDraft,
): Promise<void> {
  authorize(ctx.ability, 'create', 'Appeal')
  const ready: Ready[] = []
  const unwanted: { field: string; reason: Message }[] = []
  try {
    for (const file of sent.files) {
      const taken = await take(ctx, file, sent.limits?.bytes ?? 0)
      if ('key' in taken) unwanted.push({ field: file.field, reason: taken })
      else ready.push(taken)
    }
  } catch (error) {
    await removeAll(ctx, ready)
    throw error
  }
  const entered = await enter(ctx, draftId, ready, hold)
  if (!entered) return removeAll(ctx, ready)
  const { surplus, most } = entered
  await removeAll(ctx, surplus)
  if (sent.tooMany || surplus.length > 0) {
    unwanted.unshift({
      field: sent.files[0]?.field ?? 'files',
      reason: { key: 'attachments:error.tooMany', values: { most } },
    })
  }
  const [first] = unwanted
  if (first) throw new InvalidInput({ [first.field]: first.reason })
}

/** Stores one file; or says why not. */
async function take(ctx: TenantContext, file: SentFile, most: number): Promise<Ready | Message> {
  const shown = attachmentName(file.name, 'x', '…').slice(0, -2)
  const refused = (reason: string, values = {}) => ({
    key: `attachments:error.${reason}`,
    values: { name: shown, ...values },
  })
  if (file.cut) return refused('tooLarge', { size: sizeOf(ctx, most) })
  const detected = await detectMedia(file)
  if ('unwanted' in detected) return refused(detected.unwanted)
  const { type: mediaType, extension, ...media } = mediaKinds[detected.kind]
  const id = newId()
  const name = attachmentName(file.name, extension, ctx.t('attachments:unnamed'))
  try {
    const content =
      'photo' in media ? Readable.from([await redrawn(media.photo, () => buffer(file.read()))]) : file.read()
    return { id, name, mediaType, ...(await ctx.files.put(id, content)) }
  } catch (error) {
    if (error instanceof UnreadablePhoto) return refused('broken')
    throw error
  }
}

/** Writes the rows of as many as the draft has room for; what it has none for is handed back. Nothing when it is gone. */
async function enter(ctx: TenantContext, draftId: string, ready: readonly Ready[], hold: HoldDraft) {
  return inTransaction(ctx, async (ctx) => {
    // Before the files are counted: another window may be sending some too.
    if (!(await hold(ctx))) return undefined
    const { most } = await attachmentLimits(ctx)
    const room = Math.max(0, most - (await countDraftAttachments(ctx, draftId)))
    const addedBy = ctx.principal.kind === 'staff' ? ('staff' as const) : ('resident' as const)
    for (const file of ready.slice(0, room)) {
      await ctx.db
        .insertInto('attachment')
        .values({
          ...file,
          draftId,
          appealId: null,
          informationId: null,
          answerId: null,
          state: 'kept',
          addedBy,
          createdAt: ctx.clock.now(),
        })
        .execute()
      await record(ctx, {
        event: 'attachment.added',
        subjectKind: 'attachment',
        subjectId: file.id,
        fields: ['name', 'mediaType', 'bytes'],
        refs: { draftId },
      })
    }
    return { surplus: ready.slice(room), most }
  }).catch(async (error: unknown) => {
    await removeAll(ctx, ready)
    throw error
  })
}

async function removeAll(ctx: TenantContext, files: readonly Ready[]): Promise<void> {
  for (const { id } of files) await ctx.files.remove(id)
}
