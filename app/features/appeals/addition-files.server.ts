import { addDraftAttachments, draftLimits, removeDraftAttachment } from '#app/features/attachments/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import type { SentForm } from '#app/core/http/multipart.server.ts'
import { getAppeal, type AppealRow } from './appeals.queries.server.ts'
import { hasLeft } from './has-left.queries.server.ts'
import { mustBeOpenToPerson } from './must-be-open.server.ts'

/**
 * What the files of an addition are kept under until it is sent. The key stands in an address, which others may read: so
 * it opens nothing but with the appeal that it was made for.
 */
export const additionDraft = (appealId: string, key: string): string => `${appealId}.${key}`

/**
 * How many files may be added to an appeal under `key`. Asked before the first is read: who may add nothing sends nothing.
 * Throws NotFound, ForbiddenError, Refusal.
 */
export async function allowAddition(ctx: TenantContext, appealId: string, key: string): Promise<FileLimits> {
  if (key === '') throw new NotFound('Draft')
  const appeal = await getAppeal(ctx, appealId)
  authorize(ctx.ability, 'addInformation', 'Appeal', appeal)
  await mustBeOpenToPerson(ctx, 'addInformation', appeal, await hasLeft(ctx, appeal.id))
  return draftLimits(ctx, additionDraft(appealId, key))
}

/** Keeps files that were chosen for an addition. Throws NotFound, ForbiddenError, Refusal, InvalidInput. */
export function keepAdditionFiles(ctx: TenantContext, appealId: string, key: string, sent: SentForm): Promise<void> {
  return addDraftAttachments(ctx, additionDraft(appealId, key), sent, hold(appealId, key))
}

/** Takes one of them out again. Throws NotFound, ForbiddenError, Refusal. */
export function removeAdditionFile(ctx: TenantContext, appealId: string, key: string, id: string): Promise<void> {
  return removeDraftAttachment(ctx, additionDraft(appealId, key), id, hold(appealId, key))
}

const hold = (appealId: string, key: string) => async (ctx: TenantContext) =>
  (await lockForAddition(ctx, appealId, key)) !== undefined

/**
 * The appeal, locked in the caller's transaction; undefined where what stands under `key` was added to it already. Throws
 * NotFound, ForbiddenError, Refusal where it is closed.
 */
export async function lockForAddition(
  ctx: TenantContext,
  appealId: string,
  key: string,
): Promise<AppealRow | undefined> {
  if (key === '') throw new NotFound('Draft')
  const appeal = await getAppeal(ctx, appealId, { lock: true })
  authorize(ctx.ability, 'addInformation', 'Appeal', appeal)
  // Asked before whether it is open: what was added in time stays added when its answer got lost on the way.
  if (await wasAdded(ctx, additionDraft(appealId, key))) return undefined
  await mustBeOpenToPerson(ctx, 'addInformation', appeal, await hasLeft(ctx, appeal.id))
  return appeal
}

async function wasAdded({ db }: TenantContext, submissionKey: string): Promise<boolean> {
  const added = await db
    .selectFrom('appealInformation')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .executeTakeFirst()
  return added !== undefined
}
