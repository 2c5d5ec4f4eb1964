import type { Readable } from 'node:stream'
import { expressionBuilder, type Selectable } from 'kysely'
import type { TenantTables } from '#db/schema/tenant.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import type { Scan } from '#db/schema/file.ts'
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
  /** With which body's answer it came. */
  readonly answerId: string | null
  /** How it stands with viruses: `removed` where one was found and the file is gone. */
  readonly safety: Safety
  /** Made of another photo by blacking places out; residents are not shown such ones. */
  readonly derived: boolean
  /** The public may see it. */
  readonly publishable: boolean
}

export type Safety = Exclude<Scan, 'infected'> | 'removed'

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
    .select(shownColumns)
    .where('state', '<>', 'erased')
    .$if(ctx.principal.kind === 'resident', (query) => query.where('parentId', 'is', null))
    .$if('draftId' in owner, (query) => query.where('draftId', '=', 'draftId' in owner ? owner.draftId : ''))
    .$if('appealId' in owner, (query) =>
      query.where('appealId', 'in', (select) =>
        select
          .selectFrom('appeal')
          .select('appeal.id')
          .where('appeal.id', '=', 'appealId' in owner ? owner.appealId : '')
          .where(seesFile(ctx)),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => shown(ctx, row))
}

/** Who reads an appeal sees all its files; who only follows it sees what came with an answer, and not what others brought. */
const seesFile = ({ ability }: TenantContext) =>
  expressionBuilder<TenantTables, 'appeal' | 'attachment'>().or([
    expressionBuilder<TenantTables, 'appeal'>().and([accessible(ability, 'read', 'Appeal', 'appeal')]),
    expressionBuilder<TenantTables, 'appeal' | 'attachment'>().and([
      expressionBuilder<TenantTables, 'attachment'>()('attachment.answerId', 'is not', null),
      accessible(ability, 'follow', 'Appeal', 'appeal'),
    ]),
  ])

const shownColumns = [
  'id',
  'name',
  'mediaType',
  'bytes',
  'informationId',
  'answerId',
  'state',
  'scan',
  'parentId',
  'publishable',
] as const

type Shown = Pick<Selectable<TenantTables['attachment']>, (typeof shownColumns)[number]>

const shown = (ctx: TenantContext, row: Shown): Attachment => ({
  id: row.id,
  name: row.name,
  media: mediaOfType(row.mediaType)?.name ?? 'document',
  size: sizeOf(ctx, row.bytes),
  informationId: row.informationId,
  answerId: row.answerId,
  safety: row.state === 'removed' || row.scan === 'infected' ? 'removed' : row.scan,
  derived: row.parentId !== null,
  publishable: row.publishable,
})

/** The files that go along with a share; whoever asks has proved the link to it to be theirs. */
export async function listSharedAttachments(ctx: TenantContext, assignmentId: string): Promise<Attachment[]> {
  const rows = await sharedWith(ctx, assignmentId).select(shownColumns).orderBy('id').execute()
  return rows.map((row) => shown(ctx, row))
}

const sharedWith = ({ db }: TenantContext, assignmentId: string) =>
  db
    .selectFrom('attachment')
    .where('state', '=', 'kept')
    .where('id', 'in', (shared) =>
      shared.selectFrom('shareFile').select('attachmentId').where('assignmentId', '=', assignmentId),
    )

/** One of them, to be sent out. Throws NotFound. */
export async function openSharedAttachment(ctx: TenantContext, assignmentId: string, attachmentId: string) {
  const row = await sharedWith(ctx, assignmentId)
    .select(['id', 'name', 'mediaType', 'bytes'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  if (!row) throw new NotFound('Attachment')
  return { ...row, content: await ctx.files.read(row.id) }
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
    .$if(ctx.principal.kind === 'resident', (query) => query.where('attachment.parentId', 'is', null))
    .where('appeal.id', '=', appealId)
    .where(seesFile(ctx))
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
