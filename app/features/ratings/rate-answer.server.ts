import {
  appealAllows,
  awaitReopening,
  getAppeal,
  hasLeft,
  type AppealRow,
} from '#app/features/appeals/public.server.ts'
import { dueAfter, getTermBook } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, Refusal } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { ratingWindow } from './rating-window.server.ts'
import type { RateAnswer } from './ratings.schema.ts'

/**
 * Says what an answer was worth, in the name of the person who was answered: once each time the appeal is answered, within
 * the region's days. Where nothing is solved it says why, and a dispatcher must decide whether the appeal is taken up again.
 * Sending the same page twice rates once. Throws NotFound, ForbiddenError, InvalidInput, Refusal where it is too late, was
 * rated before or is not answered.
 */
export function rateAnswer(ctx: TenantContext, appealId: string, input: RateAnswer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'rate', 'Appeal', appeal)
    const earlier = await ctx.db
      .selectFrom('rating')
      .innerJoin('regionProfile', (join) => join.onTrue())
      .select(['submissionKey', 'createdAt', 'timeZone'])
      .where('appealId', '=', appealId)
      .where('round', '=', appeal.round)
      .executeTakeFirst()
    if (earlier?.submissionKey === input.submissionKey) return
    if (earlier)
      throw new Refusal('ratings:error.ratedAlready', { when: formatMoment(earlier.createdAt, earlier.timeZone) })
    if (!appealAllows('rate', appeal) || !appeal.closedAt) throw new Refusal('ratings:error.notAnswered')
    if (await hasLeft(ctx, appealId)) throw new Refusal('appeals:error.leftAlready')
    const { lastDay, open } = await ratingWindow(ctx, appeal.closedAt)
    if (!open) throw new Refusal('ratings:error.tooLate', { day: formatDay(lastDay) })
    const choice = await ctx.db
      .selectFrom('ratingChoice')
      .select(['id', 'meaning'])
      .where('id', '=', input.choiceId)
      .where('retiredAt', 'is', null)
      .executeTakeFirst()
    if (!choice) throw new InvalidInput({ choiceId: 'ratings:error.choiceMissing' })
    const asksAgain = choice.meaning === 'notSolved'
    if (asksAgain && input.words === '') throw new InvalidInput({ words: 'ratings:error.reasonMissing' })
    const ratingId = newId()
    await ctx.db
      .insertInto('rating')
      .values({
        id: ratingId,
        appealId,
        round: appeal.round,
        choiceId: choice.id,
        meaning: choice.meaning,
        words: input.words,
        submissionKey: input.submissionKey,
        createdAt: ctx.clock.now(),
      })
      .execute()
    await record(ctx, {
      event: 'appeal.rated',
      subjectKind: 'appeal',
      subjectId: appealId,
      fields: input.words ? ['choiceId', 'words'] : ['choiceId'],
      refs: { ratingId, choiceId: choice.id },
      facts: { meaning: choice.meaning, round: appeal.round },
    })
    if (asksAgain) await askForReopening(ctx, appeal, ratingId, input.words)
  })
}

/** Never reopens by itself: a person decides, and by when they must is counted in working days. */
async function askForReopening(ctx: TenantContext, appeal: AppealRow, ratingId: string, reason: string) {
  const book = await getTermBook(ctx)
  const { reopeningDays } = await ctx.db.selectFrom('regionProfile').select('reopeningDays').executeTakeFirstOrThrow()
  const now = ctx.clock.now()
  const due = dueAfter(book, wallClockParts(now, book.hours.timeZone).day, reopeningDays)
  const reopeningId = newId()
  await ctx.db
    .insertInto('reopening')
    .values({
      id: reopeningId,
      appealId: appeal.id,
      ratingId,
      reason,
      createdAt: now,
      decideOn: due.dueOn,
      decideAt: due.dueAt,
      decision: null,
      decidedBy: null,
      decidedAt: null,
    })
    .execute()
  await awaitReopening(ctx, appeal, due)
  await record(ctx, {
    event: 'appeal.reopenRequested',
    subjectKind: 'appeal',
    subjectId: appeal.id,
    fields: ['status', 'reason', 'dueOn'],
    refs: { ratingId, reopeningId },
  })
}
