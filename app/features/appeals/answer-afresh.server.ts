import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './appeals.queries.server.ts'
import type { DraftAnswer, SubmitAnswer } from './appeals.schema.ts'
import { draftAnswer } from './draft-answer.server.ts'
import { versionSeenBy } from './share.ts'
import { getShares, ownShareOf } from './shares.queries.server.ts'
import { submitAnswer } from './submit-answer.server.ts'

/**
 * Sends an answer for signature where nobody has begun one: of an appeal that is one of many, whose page nobody looked at.
 * Throws what `submitAnswer` does, and a Refusal where somebody has a draft already.
 */
export function submitAfresh(
  ctx: TenantContext,
  id: string,
  words: Omit<SubmitAnswer, 'version' | 'draftVersion'>,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    const shares = await getShares(ctx, id)
    const { id: shareId, agencyId } = ownShareOf(ctx, shares)
    const draftVersion = await untouchedDraft(ctx, id, agencyId)
    await submitAnswer(ctx, id, { ...words, draftVersion, version: versionSeenBy(appeal, shares, shareId) })
  })
}

/** Keeps the same as a draft. Throws what `draftAnswer` does, and a Refusal where somebody has a draft already. */
export function draftAfresh(ctx: TenantContext, id: string, words: Omit<DraftAnswer, 'draftVersion'>): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await getAppeal(ctx, id, { lock: true })
    const { agencyId } = ownShareOf(ctx, await getShares(ctx, id))
    const draftVersion = await untouchedDraft(ctx, id, agencyId)
    await draftAnswer(ctx, id, { ...words, draftVersion })
  })
}

/** The version of a draft without words, 0 where there is none. Throws a Refusal where it has some. */
async function untouchedDraft({ db }: TenantContext, appealId: string, agencyId: string): Promise<number> {
  const draft = await db
    .selectFrom('answerDraft')
    .select(['version', 'text'])
    .where('appealId', '=', appealId)
    .where('agencyId', '=', agencyId)
    .executeTakeFirst()
  if (draft && draft.text.trim() !== '') throw new Refusal('appeals:error.draftBegun')
  return draft?.version ?? 0
}
