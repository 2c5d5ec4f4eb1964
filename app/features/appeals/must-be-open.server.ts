import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { appealAllows } from './appeal.ts'
import type { AppealRow } from './appeals.queries.server.ts'

/** Throws a Refusal that says how the appeal ended, and when, unless the person who brought it may still `act`. */
export async function mustBeOpenToPerson(
  ctx: TenantContext,
  act: 'addInformation' | 'withdraw' | 'cure',
  appeal: AppealRow,
): Promise<void> {
  if (appealAllows(act, appeal)) return
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const when = formatMoment(appeal.closedAt ?? appeal.updatedAt, timeZone)
  if (appeal.status === 'withdrawn') throw new Refusal('appeals:error.withdrawnAlready', { when })
  throw new Refusal('appeals:error.answeredMeanwhile', { when })
}
