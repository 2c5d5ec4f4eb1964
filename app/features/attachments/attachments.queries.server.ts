import type { Readable } from 'node:stream'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import { mediaOfType } from './media.ts'

/** Whose files: of something being written, or of an appeal. */
export type AttachmentOwner = { readonly draftId: string } | { readonly appealId: string }

/** A file as pages show it. */
export interface Attachment {
  readonly id: string
  readonly name: string
  /** The text that says what it is, `attachments:media.…`. */
  readonly media: 'photo' | 'document' | 'table' | 'pdf' | 'text'
  /** As people read it: "1,4 MB". */
  readonly size: string
  /** With what was added later it came; null where it came with the appeal. */
  readonly informationId: string | null
}

/** How many files the region takes at once and how long each may be. */
export async function attachmentLimits({ db }: TenantContext): Promise<FileLimits> {
  const profile = await db
    .selectFrom('regionProfile')
    .select(['attachmentsMost', 'attachmentBytes'])
    .executeTakeFirstOrThrow()
  return { most: profile.attachmentsMost, bytes: profile.attachmentBytes }
}

/** How many more a draft may bring; none when it is full. */
export async function draftLimits(ctx: TenantContext, draftId: string): Promise<FileLimits> {
  const { most, bytes } = await attachmentLimits(ctx)
  return { most: Math.max(0, most - (await countDraftAttachments(ctx, draftId))), bytes }
}

/** How many files a draft has. */
export async function countDraftAttachments({ db }: TenantContext, draftId: string): Promise<number> {
  const { count } = await db
    .selectFrom('attachment')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('draftId', '=', draftId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * The files of a draft or an appeal, in the order they came. Whoever asks has proved the draft to be theirs; of an appeal
 * nobody sees more than of the appeal itself.
 */
export async function listAttachments(ctx: TenantContext, owner: AttachmentOwner): Promise<Attachment[]> {
  const rows = await ctx.db
    .selectFrom('attachment')
    .select(['id', 'name', 'mediaType', 'bytes', 'informationId'])
    .where('state', '=', 'kept')
    .$if('draftId' in owner, (query) => query.where('draftId', '=', 'draftId' in owner ? owner.draftId : ''))
    .$if('appealId' in owner, (query) =>
      query.where('appealId', 'in', (select) =>
        select
          .selectFrom('appeal')
          .select('appeal.id')
          .where('appeal.id', '=', 'appealId' in owner ? owner.appealId : '')
          .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal')),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, mediaType, bytes, informationId }) => ({
    id,
    name,
    media: mediaOfType(mediaType)?.name ?? 'document',
    size: sizeOf(ctx, bytes),
    informationId,
  }))
}

/** A file of an appeal, to be sent out. Throws NotFound for who may not read the appeal, too. */
export async function openAttachment(
  ctx: TenantContext,
  appealId: string,
  attachmentId: string,
): Promise<{ name: string; mediaType: string; bytes: number; content: Readable }> {
  const row = await ctx.db
    .selectFrom('attachment')
    .innerJoin('appeal', 'appeal.id', 'attachment.appealId')
    .select(['attachment.id', 'attachment.name', 'attachment.mediaType', 'attachment.bytes'])
    .where('attachment.id', '=', attachmentId)
    .where('attachment.state', '=', 'kept')
    .where('appeal.id', '=', appealId)
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .executeTakeFirst()
  if (!row) throw new NotFound('Attachment')
  return { name: row.name, mediaType: row.mediaType, bytes: row.bytes, content: await ctx.files.read(row.id) }
}

/** A length as people read it, in the asker's language. */
export function sizeOf({ t, locale }: Pick<TenantContext, 't' | 'locale'>, bytes: number): string {
  const mega = 1024 * 1024
  const value = (amount: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(amount)
  if (bytes < mega / 10) return t('attachments:size.kilobytes', { value: value(Math.ceil(bytes / 1024)) })
  return t('attachments:size.megabytes', { value: value(bytes / mega) })
}
