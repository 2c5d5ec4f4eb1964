import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { appealAllows } from './appeal.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/** Throws a Refusal that says how the appeal ended, and when, unless a person it belongs to, who has not left, may still `act`. */
export async function mustBeOpenToPerson(
  ctx: TenantContext,
  act: 'addInformation' | 'withdraw' | 'cure',
  appeal: AppealRow,
  hasLeft = false,
): Promise<void> {
  if (appealAllows(act, appeal) && hasLeft) throw new Refusal('appeals:error.leftAlready')
  if (appealAllows(act, appeal)) return
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const when = formatMoment(appeal.closedAt ?? appeal.updatedAt, timeZone)
  if (appeal.status === 'merged') throw new Refusal('appeals:error.mergedMeanwhile', { when })
  if (appeal.status === 'withdrawn') throw new Refusal('appeals:error.withdrawnAlready', { when })
  if (appeal.status !== 'answered') throw new Refusal('appeals:error.endedByAct', { when })
  throw new Refusal('appeals:error.answeredMeanwhile', { when })
}
