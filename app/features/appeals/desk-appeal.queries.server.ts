import { listAgencies } from '#app/features/agencies/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { appealAllows } from './appeal.ts'
import { getAdditions } from './appeal-additions.queries.server.ts'
import { applicantFacts, channelsText, placeText } from './applicant.ts'
import { getAppealDetails } from './appeals.queries.server.ts'
import { timelineOf } from './timeline.ts'

/** Why nothing can be done with an appeal by this person now. */
type NoAct = 'answered' | 'withdrawn' | 'notYours'

/** What staff see of an appeal, and what this person may do with it now. Throws NotFound. */
export async function getDeskAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId)
  const { timeZone } = await getRegion(ctx)
  const { appeal, text, applicant, answer } = details
  const { files, additions, withdrawal } = await getAdditions(ctx, appealId, timeZone)
  const canAssign = may(ctx.ability, 'assign', 'Appeal', appeal) && appealAllows('assign', appeal)
  const canAnswer = may(ctx.ability, 'answer', 'Appeal', appeal) && appealAllows('answer', appeal)
  const noAct: NoAct | undefined =
    canAssign || canAnswer
      ? undefined
      : appeal.status === 'withdrawn'
        ? 'withdrawn'
        : appeal.closedAt
          ? 'answered'
          : 'notYours'
  // Only a body of the akimat can be ordered; others are forwarded to.
  const assignable = canAssign
    ? (await listAgencies(ctx)).filter((agency) => agency.level === 'local' && !appeal.agencyIds.includes(agency.id))
    : []
  return {
    id: appealId,
    number: appeal.number ?? '',
    version: appeal.version,
    status: appeal.status,
    overdue: appeal.closedAt === null && appeal.dueAt < ctx.clock.now(),
    language: appeal.language,
    legalKind: appeal.legalKind,
    receivedAt: formatMoment(appeal.receivedAt, timeZone),
    registeredOn: formatDay(appeal.registeredOn),
    dueOn: formatDay(appeal.dueOn),
    text,
    applicant: {
      kind: applicant.kind,
      facts: applicantFacts(applicant),
      reply: channelsText(appeal.answerChannels, (channel) => ctx.t(`appeals:channel.${channel}`)),
    },
    place: placeText(appeal),
    agencies: appeal.agencyIds.map((id) => details.agencies[id] ?? ''),
    files,
    additions: additions.map(({ id, when, text, files }) => ({ id, when, text, files })),
    withdrawalReason: withdrawal?.reason ?? '',
    timeline: timelineOf({ ...details, additions, withdrawal }, timeZone),
    answer: answer && {
      text: answer.text,
      outcome: answer.outcome,
      by: answer.fullName,
      at: formatMoment(answer.answeredAt, timeZone),
    },
    canAssign,
    canAnswer,
    noAct,
    assignable,
  }
}

export type DeskAppeal = Awaited<ReturnType<typeof getDeskAppeal>>
