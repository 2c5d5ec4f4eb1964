import { daysBetween, getTermBook } from '#app/features/calendars/public.server.ts'
import { signatures } from '#app/integrations/signature/signatures.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import type { Outcome } from '#db/schema/vocabulary.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { moveShare, settleAppeal } from './settle-appeal.server.ts'
import { answersPerson, holdersOf, isLive } from './share.ts'
import type { ShareRow } from './shares.queries.server.ts'
import { contentOf } from './signed-content.server.ts'

interface SignedAnswer {
  readonly outcome: Outcome
  readonly text: string
  /** Who wrote and who signed, of our staff; null for a body without accounts. */
  readonly authorId: string | null
  readonly signedBy: string | null
  readonly signerName: string
  readonly signerPost: string
  readonly answeredAt: Date
  /** The link that a body without accounts came by. */
  readonly linkId?: string
}

/**
 * Freezes a body's answer and ends its share, inside the caller's transaction on the locked appeal. With the last share the
 * appeal is answered: once, whatever number of bodies had it. The person is told of every answer that is for them; a
 * co-executor's is for the lead. Returns the id of the answer.
 */
export async function finishShare(ctx: TenantContext, appeal: AppealRow, share: ShareRow, answer: SignedAnswer) {
  const { linkId, ...signed } = answer
  const now = answer.answeredAt
  const answerId = newId()
  const { method, contentHash } = signatures.sign(contentOf({ number: appeal.number ?? '', ...signed }))
  await ctx.db
    .insertInto('answer')
    .values({
      id: answerId,
      appealId: appeal.id,
      assignmentId: share.id,
      ...signed,
      signatureMethod: method,
      contentHash,
    })
    .execute()
  await moveShare(ctx, share, 'answered')
  const { status, shares, dueAt } = await settleAppeal(ctx, appeal)
  const refs = { answerId, assignmentId: share.id, ...(linkId ? { linkId } : {}) }
  await record(ctx, {
    event: 'share.answered',
    subjectKind: 'share',
    subjectId: share.id,
    fields: ['status', 'outcome', 'text'],
    refs: { ...refs, appealId: appeal.id },
    facts: { outcome: answer.outcome, onTime: now <= share.dueAt },
  })
  // Drafts of bodies that have nothing more to answer, those too that once had the appeal.
  const writing = status === 'answered' ? [] : holdersOf(shares.filter(isLive))
  await ctx.db
    .deleteFrom('answerDraft')
    .where('appealId', '=', appeal.id)
    .$if(writing.length > 0, (drafts) => drafts.where('agencyId', 'not in', writing))
    .execute()
  const told = { subjectKind: 'appeal', subjectId: appeal.id, refs }
  if (status === 'answered')
    await record(ctx, {
      event: 'appeal.answered',
      ...told,
      fields: ['status', 'outcome', 'text'],
      facts: {
        outcome: (await outcomeOfLead(ctx, shares)) ?? answer.outcome,
        onTime: now <= dueAt,
        // In the figures an appeal is answered once.
        ...(appeal.round > 1 ? { again: true } : {}),
        ...(await factsOf(ctx, appeal, now)),
      },
    })
  else if (answersPerson(share))
    await record(ctx, { event: 'appeal.partAnswered', ...told, fields: ['outcome', 'text'] })
  return answerId
}

/** What the one who answered for the akimat said; a whole has one outcome in the figures. */
async function outcomeOfLead({ db }: TenantContext, shares: readonly ShareRow[]): Promise<Outcome | undefined> {
  const lead = shares.findLast(({ role, status }) => role === 'lead' && status === 'answered')
  if (!lead) return undefined
  return (await db.selectFrom('answer').select('outcome').where('assignmentId', '=', lead.id).executeTakeFirst())
    ?.outcome
}

async function factsOf(ctx: TenantContext, { categoryId, receivedAt }: AppealRow, answeredAt: Date) {
  const { hours } = await getTermBook(ctx)
  const dayOf = (at: Date) => wallClockParts(at, hours.timeZone).day
  const category = categoryId
    ? await ctx.db.selectFrom('category').select('slug').where('id', '=', categoryId).executeTakeFirst()
    : undefined
  const receivedOn = dayOf(receivedAt)
  return { days: daysBetween(receivedOn, dayOf(answeredAt)), category: category?.slug ?? '', receivedOn }
}
