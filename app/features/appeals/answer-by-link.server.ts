import { attachToAppeal } from '#app/features/attachments/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { finishShare } from './finish-share.server.ts'
import { mustRun } from './must-run.server.ts'
import { lockByLink, mustBeUsable } from './share-link.server.ts'
import { shareAllows } from './share.ts'
import type { AnswerByLink } from './shares.schema.ts'

/**
 * Answers a forwarded share by the link of a body without accounts, with the files kept under the link, signed by the name
 * and post that were typed. Once: the same answer sent again is taken already, another one is refused.
 * Throws NotFound, ForbiddenError, Refusal where the link or the share is over.
 */
export function answerByLink(ctx: TenantContext, linkId: string, input: AnswerByLink): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { link, appeal, share } = await lockByLink(ctx, linkId)
    authorize(ctx.ability, 'answer', 'ShareLink', link)
    if (link.usedAt && (await isSameAnswer(ctx, share.id, input))) return
    await mustBeUsable(ctx, link)
    if (!shareAllows('answerByLink', share)) throw new Refusal('appeals:error.notAnswerable')
    await mustRun(ctx, share)
    const answer = { ...input, authorId: null, signedBy: null, answeredAt: ctx.clock.now(), linkId }
    const answerId = await finishShare(ctx, appeal, share, answer)
    await attachToAppeal(ctx, linkId, appeal.id, { answerId })
    await ctx.db.updateTable('shareLink').set({ usedAt: ctx.clock.now() }).where('id', '=', linkId).execute()
  })
}

async function isSameAnswer({ db }: TenantContext, assignmentId: string, input: AnswerByLink): Promise<boolean> {
  const answer = await db
    .selectFrom('answer')
    .select(['outcome', 'text', 'signerName', 'signerPost'])
    .where('assignmentId', '=', assignmentId)
    .executeTakeFirst()
  const { outcome, text, signerName, signerPost } = input
  return JSON.stringify(answer) === JSON.stringify({ outcome, text, signerName, signerPost })
}
