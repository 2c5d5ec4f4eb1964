import { createHash } from 'node:crypto'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { daysBetween, getTermBook } from '#app/features/calendars/public.server.ts'
import { issueLetter } from '#app/features/letters/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { translatorOf } from '#app/core/i18n/texts.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, getOwnShare, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
import type { SignAnswer } from './appeals.schema.ts'
import { getSubmittedDraft } from './submitted-draft.server.ts'

/** What a signature covers; a change of any of it makes another hash. */
export interface Signed {
  readonly number: string
  readonly outcome: string
  readonly text: string
  readonly signerName: string
  readonly signerPost: string
  readonly answeredAt: Date
}

/** SHA-256 of what was signed, base64url. */
export const contentHash = ({ number, outcome, text, signerName, signerPost, answeredAt }: Signed): string =>
  createHash('sha256')
    .update(JSON.stringify([number, outcome, text, signerName, signerPost, answeredAt.toISOString()]))
    .digest('base64url')

/**
 * Signs the answer of one's own agency: the words are frozen with name, post and time, the appeal is closed, and the
 * answer goes out by the outbox. Throws NotFound, ForbiddenError, InvalidInput where the gate stops it, Refusal where
 * another was faster.
 */
export function signAnswer(ctx: TenantContext, id: string, input: SignAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'sign', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('sign', appeal)) throw new Refusal('appeals:error.notSignable')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const share = await getOwnShare(ctx, id)
    const { submittedBy, outcome, text } = await getSubmittedDraft(ctx, id, share.agencyId)
    const now = ctx.clock.now()
    const answerId = newId()
    const signed: Signed = {
      number: appeal.number ?? '',
      outcome,
      text,
      signerName: ctx.principal.name,
      signerPost: await postOf(ctx, appeal, share.agencyId),
      answeredAt: now,
    }
    await ctx.db
      .insertInto('answer')
      .values({
        id: answerId,
        appealId: id,
        assignmentId: share.id,
        authorId: submittedBy,
        outcome,
        text,
        answeredAt: now,
        signedBy: ctx.principal.id,
        signerName: signed.signerName,
        signerPost: signed.signerPost,
        contentHash: contentHash(signed),
      })
      .execute()
    const confirmed = input.similar === 'yes'
    await issueLetter(ctx, { answerId, appeal, agencyId: share.agencyId, text, answeredAt: now, confirmed })
    // Other agencies' too, that once had the appeal.
    await ctx.db.deleteFrom('answerDraft').where('appealId', '=', id).execute()
    await ctx.db.updateTable('assignment').set({ answeredAt: now }).where('id', '=', share.id).execute()
    await ctx.db
      .updateTable('appeal')
      .set({ status: 'answered', version: appeal.version + 1, updatedAt: now, closedAt: now })
      .where('id', '=', id)
      .execute()
    await record(ctx, {
      event: 'appeal.answered',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'outcome', 'text'],
      refs: { answerId, assignmentId: share.id },
      facts: { outcome, onTime: now <= share.dueAt, ...(await factsOf(ctx, appeal, now)) },
    })
  })
}

/** The signer's post in the language of the appeal, in the agency's name of today. */
async function postOf(ctx: TenantContext, { language }: AppealRow, agencyId: string): Promise<string> {
  const names = await agencyNames({ ...ctx, locale: language }, [agencyId])
  return `${translatorOf(ctx.texts[language])('appeals:sign.post')}, ${names[agencyId] ?? ''}`
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
