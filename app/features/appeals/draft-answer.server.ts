import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import type { DraftAnswer } from './appeals.schema.ts'
import { notePresence } from './presence.server.ts'
import { saveDraft, type SavedDraft } from './save-draft.server.ts'
import { shareAllows } from './share.ts'
import { getShares, ownShareOf } from './shares.queries.server.ts'

/**
 * Keeps the words of an answer that is being written, one draft for each agency that has the appeal.
 * Throws NotFound, ForbiddenError, Refusal where a colleague wrote meanwhile or the appeal is past it.
 */
export function draftAnswer(ctx: TenantContext, id: string, input: DraftAnswer): Promise<SavedDraft> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'draft', 'Appeal', appeal)
    const share = ownShareOf(ctx, await getShares(ctx, id))
    if (!shareAllows('draft', share)) throw new Refusal('appeals:error.notAnswerable')
    await notePresence(ctx, id, 'editing')
    return saveDraft(ctx, id, share.agencyId, input)
  })
}
