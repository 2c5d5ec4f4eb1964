import { randomUUID } from 'node:crypto'
import { listAgencies } from '#app/features/agencies/public.server.ts'
import { listDistricts } from '#app/features/districts/public.server.ts'
import { getForwardDay, getTermBook } from '#app/features/calendars/public.server.ts'
import { listCategories } from '#app/features/categories/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { Action } from '#app/core/access/subjects.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { maskedNumber } from '#app/core/masked.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { listActSteps } from './act-steps.queries.server.ts'
import { appealAllows, type AppealAct } from './appeal.ts'
import { getAdditions } from './appeal-additions.queries.server.ts'
import { applicantFacts, channelsText, placeText } from './applicant.ts'
import { getAppealDetails, type AppealRow } from './appeals.queries.server.ts'
import { listColleagues } from './colleagues.queries.server.ts'
import { listDeadlineMoves } from './deadline-moves.queries.server.ts'
import { getOwnDraft } from './desk-draft.queries.server.ts'
import { isIntact } from './signed-content.server.ts'
import { inOrder, listInnerSteps } from './desk-history.queries.server.ts'
import { previewSms } from './appeal-sms.server.ts'
import { getDeskShares } from './desk-shares.queries.server.ts'
import { shownHearing } from './hearing-gate.server.ts'
import { explainClocks } from './explain-clocks.server.ts'
import { listReopenings } from './reopenings.queries.server.ts'
import { listPresent } from './presence.server.ts'
import { listRoutingHints } from './routing-hints.queries.server.ts'
import {
  answersPerson,
  holdersOf,
  isLive,
  ofLastRound,
  shareAllows,
  versionSeenBy,
  waitsFor,
  type ShareAct,
} from './share.ts'
import { findOwnShare, type ShareRow } from './shares.queries.server.ts'
import { timelineOf } from './timeline.ts'

/** Acts that have a place on the page, with the permission that each needs: on the whole, and on one's own share. */
const acts = {
  classify: 'classify',
  assign: 'assign',
  forward: 'forward',
  split: 'assign',
  note: 'note',
} as const satisfies Partial<Record<AppealAct, Action>>
const ownActs = { draft: 'draft', sign: 'sign', contest: 'contest' } as const satisfies Partial<
  Record<ShareAct, Action>
>

type DeskAct = keyof typeof acts | keyof typeof ownActs

/** Whether an act can be done: `yes`; `notNow`, where the status says no; `no`, where it is nothing for this person. */
type Can = Readonly<Record<DeskAct, 'yes' | 'notNow' | 'no'>>

function canOf(ctx: TenantContext, appeal: AppealRow, own: ShareRow | undefined): Can {
  const judge = (action: Action, isOpen: boolean) =>
    !may(ctx.ability, action, 'Appeal', appeal) ? 'no' : isOpen ? 'yes' : 'notNow'
  const entries = [
    ...Object.entries(acts).map(([act, action]) => [act, judge(action, appealAllows(act as AppealAct, appeal))]),
    ...Object.entries(ownActs).map(([act, action]) => [
      act,
      judge(action, own !== undefined && shareAllows(act as ShareAct, own)),
    ]),
  ]
  return Object.fromEntries(entries) as Can
}

/** Where the asker's own share stands, and whom it waits for. */
function ownStand(own: ShareRow | undefined, shares: readonly ShareRow[], agencies: Readonly<Record<string, string>>) {
  return (
    own && {
      role: own.role,
      status: own.status,
      part: own.part,
      dueOn: formatDay(own.dueOn),
      waiting: waitsFor(shares, own).map(({ agencyId }) => agencies[agencyId] ?? ''),
    }
  )
}

/** The SMS that the person gets when the asker's own share is answered now; a co-executor's answer is told to nobody. */
function previewOf(ctx: TenantContext, appeal: AppealRow, shares: readonly ShareRow[], own: ShareRow) {
  if (!answersPerson(own)) return undefined
  const isLast = shares.every((share) => share.id === own.id || !isLive(share))
  return previewSms(ctx, appeal, isLast ? 'answer' : 'partAnswered')
}

/** What staff see of an appeal, and what this person may do with it now. Throws NotFound. */
export async function getDeskAppeal(ctx: TenantContext, appealId: string) {
  const details = await getAppealDetails(ctx, appealId)
  const { appeal, text, applicant } = details
  const book = await getTermBook(ctx)
  const { timeZone } = book.hours
  const { files, additions, withdrawal, filesOfAnswer } = await getAdditions(ctx, appealId, timeZone)
  const forwardBy = await getForwardDay(ctx, book, appeal.registeredOn)
  const now = ctx.clock.now()
  const own = findOwnShare(ctx, details.assignments)
  const can = canOf(ctx, appeal, own)
  const categories = await listCategories(ctx)
  const isAsked = [can.assign, can.forward, can.contest].includes('yes') || may(ctx.ability, 'decide', 'Appeal', appeal)
  const holders = holdersOf(ofLastRound(details.assignments))
  const bodies = isAsked ? (await listAgencies(ctx)).filter(({ id }) => !holders.includes(id)) : []
  const isLate = (id: string) =>
    details.assignments.some(
      (share) =>
        share.id === id && wallClockParts(share.assignedAt, timeZone).day > forwardBy && share.kind === 'forwarded',
    )
  const moves = await listDeadlineMoves(ctx, appealId)
  const draft = can.draft === 'no' && can.sign === 'no' ? undefined : await getOwnDraft(ctx, appealId, timeZone)
  const acts = await listActSteps(ctx, appealId, timeZone)
  const wishes = await listReopenings(ctx, appealId)
  const life = { ...details, additions, withdrawal, moves, mergers: [], acts, wishes }
  const timeline = timelineOf(life, timeZone).map((step) => (isLate(step.id) ? { ...step, late: true } : step))
  return {
    id: appealId,
    number: appeal.number ?? '',
    version: appeal.version,
    /** Of the forms for one's own share. */
    shareVersion: own ? versionSeenBy(appeal, details.assignments, own.id) : appeal.version,
    status: appeal.status,
    overdue: appeal.closedAt === null && appeal.dueAt < now,
    erased: details.erased,
    language: appeal.language,
    channel: appeal.channel,
    legalKind: appeal.legalKind,
    categoryId: appeal.categoryId ?? '',
    district: (await listDistricts(ctx)).find(({ id }) => id === appeal.districtId)?.name ?? '',
    category: categories.find(({ id }) => id === appeal.categoryId)?.name ?? '',
    receivedAt: formatMoment(appeal.receivedAt, timeZone),
    registeredOn: formatDay(appeal.registeredOn),
    dueOn: formatDay(appeal.dueOn),
    clocks: appeal.closedAt ? undefined : explainClocks(ctx, book, details),
    text,
    applicant: {
      kind: applicant.kind,
      // Nobody needs the whole number to work on an appeal.
      facts: applicantFacts({ ...applicant, iin: applicant.iin && maskedNumber(applicant.iin) }),
      reply: channelsText(appeal.answerChannels, (channel) => ctx.t(`appeals:channel.${channel}`)),
    },
    place: placeText(appeal),
    files,
    /** All that the person brought, of which some may go along to a body outside. */
    brought: [...files, ...additions.flatMap((addition) => addition.files)].filter(
      ({ safety }) => safety !== 'removed',
    ),
    additions: additions.map(({ id, when, text, files }) => ({ id, when, text, files })),
    withdrawalReason: withdrawal?.reason ?? '',
    shares: await getDeskShares(ctx, appeal, details.assignments, timeZone),
    own: ownStand(own, details.assignments, details.agencies),
    hasLead: details.assignments.some((share) => share.role === 'lead' && isLive(share)),
    hints: can.assign === 'yes' ? await listRoutingHints(ctx, appeal.categoryId) : [],
    timeline: inOrder([...timeline, ...(await listInnerSteps(ctx, appealId, timeZone))]),
    answers: details.answers.map((answer) => {
      const share = details.assignments.find(({ id }) => id === answer.assignmentId)
      return {
        id: answer.id,
        agency: details.agencies[share?.agencyId ?? ''] ?? '',
        role: share?.role ?? 'lead',
        text: answer.text,
        outcome: answer.outcome,
        by: answer.fullName,
        at: formatMoment(answer.answeredAt, timeZone),
        signer: answer.signerName && `${answer.signerName}, ${answer.signerPost}`,
        hash: answer.contentHash,
        intact: isIntact(appeal.number ?? '', answer),
        files: filesOfAnswer(answer.id),
      }
    }),
    can,
    canBundle: may(ctx.ability, 'bundle', 'Appeal', appeal),
    canBlackOut: may(ctx.ability, 'blackOut', 'Appeal', appeal),
    // Only a body of the akimat can be ordered; others are forwarded to.
    assignable: bodies.filter(({ level }) => level === 'local'),
    forwardable: bodies.filter(({ level }) => level !== 'local'),
    forwardBy: formatDay(forwardBy),
    forwardLate: wallClockParts(now, timeZone).day > forwardBy,
    categories: categories.map(({ id, name }) => ({ id, name })),
    draft,
    hearing: own ? await shownHearing(ctx, appeal, own, draft?.outcome ?? null) : undefined,
    smsPreview: can.sign === 'yes' && own ? previewOf(ctx, appeal, details.assignments, own) : undefined,
    colleagues: can.note === 'yes' ? await listColleagues(ctx, appeal) : [],
    noteKey: randomUUID(),
    present: await listPresent(ctx, appealId),
  }
}

export type DeskAppeal = Awaited<ReturnType<typeof getDeskAppeal>>
