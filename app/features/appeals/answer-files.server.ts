import { addDraftAttachments, draftLimits, removeDraftAttachment } from '#app/features/attachments/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import type { FileLimits } from '#app/core/files.ts'
import type { SentForm } from '#app/core/http/multipart.server.ts'
import { getShareLink, lockByLink, mustBeUsable } from './share-link.server.ts'
import { shareAllows } from './share.ts'

/**
 * How many files may come along with an answer by this link. Asked before the first is read: who may not answer sends
 * nothing. Throws NotFound, Refusal.
 */
export async function allowAnswerFiles(ctx: TenantContext, linkId: string): Promise<FileLimits> {
  await mustBeUsable(ctx, await getShareLink(ctx, linkId))
  return draftLimits(ctx, linkId)
}

/** Keeps files for the answer by this link, under the link until it is sent. Throws NotFound, Refusal, InvalidInput. */
export const addAnswerFiles = (ctx: TenantContext, linkId: string, sent: SentForm): Promise<void> =>
  addDraftAttachments(ctx, linkId, sent, (ctx) => holdAnswer(ctx, linkId))

/** Takes one of them out again. Throws NotFound, Refusal. */
export const removeAnswerFile = (ctx: TenantContext, linkId: string, attachmentId: string): Promise<void> =>
  removeDraftAttachment(ctx, linkId, attachmentId, (ctx) => holdAnswer(ctx, linkId))

/** Nothing comes to an answer, or goes from it, while it is being sent or after. */
async function holdAnswer(ctx: TenantContext, linkId: string): Promise<boolean> {
  const { link, share } = await lockByLink(ctx, linkId)
  await mustBeUsable(ctx, link)
  if (!shareAllows('answerByLink', share)) throw new Refusal('appeals:error.notAnswerable')
  return true
}
