import { listAgencies } from '#app/features/agencies/public.server.ts'
import { getRegion } from '#app/features/regions/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { appealAllows } from './appeal.ts'
import { applicantFacts, channelsText, placeText } from './applicant.ts'
import { getAppealDetails } from './appeals.queries.server.ts'
import { timelineOf } from './timeline.ts'

/** Why nothing can be done with an appeal by this person now. */
type NoAct = 'answered' | 'notYours'

/** What staff see of an appeal, and what this person may do with it now. Throws NotFound. */
export async function getDeskAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId)
  const { timeZone } = await getRegion(ctx)
  const { appeal, text, applicant, answer } = details
  const canAssign = may(ctx.ability, 'assign', 'Appeal', appeal) && appealAllows('assign', appeal)
  const canAnswer = may(ctx.ability, 'answer', 'Appeal', appeal) && appealAllows('answer', appeal)
  const noAct: NoAct | undefined = canAssign || canAnswer ? undefined : appeal.closedAt ? 'answered' : 'notYours'
  // Only a body of the akimat can be ordered; others are forwarded to.
  const assignable = canAssign
    ? (await listAgencies(ctx)).filter((agency) => agency.level === 'local' && !appeal.agencyIds.includes(agency.id))
    : []
  return {
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
    timeline: timelineOf(details, timeZone),
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
