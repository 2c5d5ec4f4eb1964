import { getRegion } from '#app/features/regions/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { getAppealDetails } from './appeals.queries.server.ts'
import { timelineOf } from './timeline.ts'

/** What the person who brought an appeal sees of it; throws NotFound for anybody else's. */
export async function getTrackedAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId)
  const { timeZone } = await getRegion(ctx)
  const { appeal, text, answer } = details
  return {
    number: appeal.number ?? '',
    status: appeal.status,
    dueOn: formatDay(appeal.dueOn),
    text,
    language: appeal.language,
    timeline: timelineOf(details, timeZone),
    answer: answer && {
      text: answer.text,
      outcome: answer.outcome,
      signer: answer.signerName && `${answer.signerName}, ${answer.signerPost}`,
    },
  }
}

export type TrackedAppeal = Awaited<ReturnType<typeof getTrackedAppeal>>
