import {
  appealAllows,
  applicantColumns,
  applicantRow,
  getAppeal,
  mustBeFresh,
} from '#app/features/appeals/public.server.ts'
import { servedChannels } from '#app/features/drafts/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, Refusal } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { noteCorrection } from './note-correction.server.ts'
import type { CorrectRegistration } from './registrations.schema.server.ts'

/**
 * Puts right who brought an appeal, how they are reached and in which language: a new act with its ground, which keeps what
 * stood there; once, however often the same page is sent. What the law calls it is said by classifying.
 * Throws NotFound, ForbiddenError, InvalidInput where nothing is otherwise, Refusal where another was faster or it is closed.
 */
export function correctRegistration(ctx: TenantContext, appealId: string, input: CorrectRegistration): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'correct', 'Appeal', appeal)
    if (await wasMade(ctx, appealId, input.submissionKey)) return
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('correct', appeal)) throw new Refusal('registrations:error.notCorrectable')
    const served = await servedChannels(ctx)
    // One that was promised before stays promised.
    if (input.answerChannels.some((channel) => !served.includes(channel) && !appeal.answerChannels.includes(channel)))
      throw new InvalidInput({ answerChannels: 'appeals:error.channelGone' })
    const { iin } = await ctx.db
      .selectFrom('applicant')
      .select(applicantColumns)
      .where('id', '=', appeal.applicantId)
      .executeTakeFirstOrThrow()
    // The number is shown to nobody, so an empty field says nothing of it.
    const identity = 'iin' in input ? { ...input, iin: input.noIin ? null : (input.iin ?? iin) } : input
    const changed = await noteCorrection(
      ctx,
      appeal,
      { applicant: applicantRow(identity), language: input.language, answerChannels: input.answerChannels },
      { ground: input.ground, submissionKey: input.submissionKey },
    )
    if (changed === 0) throw new InvalidInput({ ground: 'registrations:error.nothingChanged' })
  })
}

async function wasMade({ db }: TenantContext, appealId: string, submissionKey: string): Promise<boolean> {
  const made = await db
    .selectFrom('correction')
    .select('id')
    .where('submissionKey', '=', submissionKey)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  return made !== undefined
}
