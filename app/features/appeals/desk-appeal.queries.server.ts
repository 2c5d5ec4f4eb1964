import { randomUUID } from 'node:crypto'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { getForwardDay, getTermBook } from '#app/features/calendars/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { Action } from '#app/core/access/subjects.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { appealAllows, type AppealAct } from './appeal.ts'
import { getAdditions } from './appeal-additions.queries.server.ts'
import { applicantFacts, channelsText, placeText } from './applicant.ts'
import { getAppealDetails, type AppealRow } from './appeals.queries.server.ts'
import { listColleagues } from './colleagues.queries.server.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'
import { getOwnDraft } from './desk-draft.queries.server.ts'
import { inOrder, listInnerSteps } from './desk-history.queries.server.ts'
import { previewSms } from './appeal-sms.server.ts'
import { explainClocks } from './explain-clocks.server.ts'
import { listPresent } from './presence.server.ts'
import { timelineOf } from './timeline.ts'

/** Acts that have a place on the page, with the permission that each needs. */
const acts = {
  classify: 'classify',
  assign: 'assign',
  forward: 'forward',
  draft: 'draft',
  sign: 'sign',
  note: 'note',
} as const satisfies Partial<Record<AppealAct, Action>>

type DeskAct = keyof typeof acts

/** Whether an act can be done: `yes`; `notNow`, where the status says no; `no`, where it is nothing for this person. */
type Can = Readonly<Record<DeskAct, 'yes' | 'notNow' | 'no'>>

function canOf(ctx: TenantContext, appeal: AppealRow): Can {
  const entries = Object.entries(acts).map(([act, action]) => [
    act,
    !may(ctx.ability, action, 'Appeal', appeal) ? 'no' : appealAllows(act as DeskAct, appeal) ? 'yes' : 'notNow',
  ])
  return Object.fromEntries(entries) as Can
}

/** What staff see of an appeal, and what this person may do with it now. Throws NotFound. */
export async function getDeskAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId)
  const { appeal, text, applicant, answer } = details
  const book = await getTermBook(ctx)
  const { timeZone } = book.hours
  const { files, additions, withdrawal } = await getAdditions(ctx, appealId, timeZone)
  const forwardBy = await getForwardDay(ctx, book, appeal.registeredOn)
  const now = ctx.clock.now()
  const can = canOf(ctx, appeal)
  const categories = await listCategories(ctx)
  const bodies =
    can.assign === 'yes' || can.forward === 'yes'
      ? (await listAgencies(ctx)).filter(({ id }) => !appeal.agencyIds.includes(id))
      : []
  const shares = details.assignments.filter(({ withdrawnAt }) => withdrawnAt === null)
  const isLate = (id: string) =>
    details.assignments.some(
      (share) =>
        share.id === id && wallClockParts(share.assignedAt, timeZone).day > forwardBy && share.kind === 'forwarded',
    )
  const moves = await listDeadlineMoves(ctx, appealId)
  const timeline = timelineOf({ ...details, additions, withdrawal, moves }, timeZone).map((step) =>
    isLate(step.id) ? { ...step, late: true } : step,
  )
  return {
    id: appealId,
    number: appeal.number ?? '',
    version: appeal.version,
    status: appeal.status,
    overdue: appeal.closedAt === null && appeal.dueAt < now,
    erased: details.erased,
    language: appeal.language,
    channel: appeal.channel,
    legalKind: appeal.legalKind,
    categoryId: appeal.categoryId ?? '',
    category: categories.find(({ id }) => id === appeal.categoryId)?.name ?? '',
    receivedAt: formatMoment(appeal.receivedAt, timeZone),
    registeredOn: formatDay(appeal.registeredOn),
    dueOn: formatDay(appeal.dueOn),
    clocks: appeal.closedAt ? undefined : explainClocks(ctx, book, details),
    text,
    applicant: {
      kind: applicant.kind,
      facts: applicantFacts(applicant),
      reply: channelsText(appeal.answerChannels, (channel) => ctx.t(`appeals:channel.${channel}`)),
    },
    place: placeText(appeal),
    files,
    additions: additions.map(({ id, when, text, files }) => ({ id, when, text, files })),
    withdrawalReason: withdrawal?.reason ?? '',
    shares: shares.map((share) => ({
      id: share.id,
      kind: share.kind,
      agency: details.agencies[share.agencyId] ?? '',
      dueOn: formatDay(share.dueOn),
      overdue: share.answeredAt === null && appeal.closedAt === null && share.dueAt < now,
    })),
    timeline: inOrder([...timeline, ...(await listInnerSteps(ctx, appealId, timeZone))]),
    answer: answer && {
      text: answer.text,
      outcome: answer.outcome,
      by: answer.fullName,
      at: formatMoment(answer.answeredAt, timeZone),
      signer: answer.signerName && `${answer.signerName}, ${answer.signerPost}`,
      hash: answer.contentHash,
    },
    can,
    canBlackOut: may(ctx.ability, 'blackOut', 'Appeal', appeal),
    // Only a body of the akimat can be ordered; others are forwarded to.
    assignable: bodies.filter(({ level }) => level === 'local'),
    forwardable: bodies.filter(({ level }) => level !== 'local'),
    forwardBy: formatDay(forwardBy),
    forwardLate: wallClockParts(now, timeZone).day > forwardBy,
    categories: categories.map(({ id, name }) => ({ id, name })),
    draft: can.draft === 'no' && can.sign === 'no' ? undefined : await getOwnDraft(ctx, appealId, timeZone),
    smsPreview: can.sign === 'yes' ? previewSms(ctx, appeal, 'answer') : undefined,
    colleagues: can.note === 'yes' ? await listColleagues(ctx, appeal) : [],
    noteKey: randomUUID(),
    present: await listPresent(ctx, appealId),
  }
}

export type DeskAppeal = Awaited<ReturnType<typeof getDeskAppeal>>
