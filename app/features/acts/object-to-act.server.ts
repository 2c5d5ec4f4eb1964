import { getAppeal, getShares, hasLeft, isLive, settleAppeal } from '#app/features/appeals/public.server.ts'
import { getTermBook } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { objectionUntil } from './act-terms.server.ts'
import { getActTerms } from './act-terms.queries.server.ts'
import { getAct, type ActRow } from './act-rows.queries.server.ts'
import type { ObjectToAct } from './acts.schema.ts'
import { toldOnOf } from './telling.queries.server.ts'

/**
 * Keeps what the person who brought an appeal says to a preliminary decision: once, however often the same page is sent.
 * Throws NotFound, ForbiddenError, Refusal where it is too late, was said already or nothing waits for it any more.
 */
export function objectToAct(ctx: TenantContext, appealId: string, actId: string, input: ObjectToAct): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'object', 'Appeal', appeal)
    if (await hasLeft(ctx, appealId)) throw new Refusal('appeals:error.leftAlready')
    const { act } = await getAct(ctx, appealId, actId)
    if (act.kind !== 'hearing' || act.status !== 'signed') throw new NotFound('Act')
    const said = await ctx.db
      .selectFrom('actObjection')
      .select('submissionKey')
      .where('actId', '=', actId)
      .executeTakeFirst()
    if (said?.submissionKey === input.submissionKey) return
    if (said) throw new Refusal('acts:error.saidAlready')
    const share = (await getShares(ctx, appealId)).find(({ id }) => id === act.assignmentId)
    if (!share || !isLive(share)) throw new Refusal('acts:error.decidedAlready')
    const { dueAt, timeZone } = await objectionTerm(ctx, act)
    if (dueAt < ctx.clock.now()) throw new Refusal('acts:error.objectionLate', { when: formatMoment(dueAt, timeZone) })
    const now = ctx.clock.now()
    await ctx.db
      .insertInto('actObjection')
      .values({
        actId,
        appealId,
        kind: input.position,
        text: input.text,
        submissionKey: input.submissionKey,
        createdAt: now,
      })
      .execute()
    // Whoever is answering at that moment is made to look again.
    await settleAppeal(ctx, appeal)
    await record(ctx, {
      event: 'appeal.objected',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: input.text ? ['kind', 'text'] : ['kind'],
      refs: { actId },
      facts: { position: input.position },
    })
  })
}

/** Until when the person may object: counted from the day they were told, or of the signature while nobody told them. */
export async function objectionTerm(ctx: TenantContext, act: ActRow) {
  const book = await getTermBook(ctx)
  const { timeZone } = book.hours
  const signedOn = wallClockParts(act.signedAt ?? ctx.clock.now(), timeZone).day
  const from = (await toldOnOf(ctx, act.id, timeZone)) ?? signedOn
  return { ...objectionUntil(book, await getActTerms(ctx, signedOn), from), timeZone }
}
