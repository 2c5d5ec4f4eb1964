import {
  accountLetter,
  accountNotices,
  newDeviceLetter,
  noteAdministratorReset,
  resetAdministrator,
  resetEvents,
  resetLetter,
} from './features/accounts/public.server.ts'
import { actLetter, endedShareLetter, followTelling } from './features/acts/public.server.ts'
import {
  absorbedLetter,
  answerLetter,
  cosignedLetter,
  forwardedLetter,
  infectedFileLetter,
  leftLetter,
  mergedLetter,
  moveDeadlines,
  postponedLetter,
  receiptFile,
  receiptLetter,
  shareLinkLetter,
  splitLetter,
  type SmsKind,
  unmergedLetter,
  withdrawalLetter,
} from './features/appeals/public.server.ts'
import { listUnscanned, scanAttachment } from './features/attachments/public.server.ts'
import { cancelCure, cureLetter } from './features/cures/public.server.ts'
import { discardInRegion } from './features/calendars/public.server.ts'
import { hostEvents } from './features/domains/public.server.ts'
import { removeErasedFiles } from './features/erasures/public.server.ts'
import { letterFile, makeActLetter, makeLetter } from './features/letters/public.server.ts'
import { deliverNotice, type Event, type Post } from './features/notices/public.server.ts'
import { moveReopenings, reopeningLetter } from './features/ratings/public.server.ts'
import { applyRegister } from './features/registers/public.server.ts'
import { applyFacts, countedEvents } from './features/oversight/public.server.ts'
import { handedOverLetter, invitationLetter } from './features/staff/public.server.ts'
import { takeoutEvents, takeoutLetter } from './features/takeouts/public.server.ts'
import { withdrawTranslations } from './features/translations/public.server.ts'
import { announceCountryCalendar, applyCountryCalendar } from './country-calendar.server.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'
import type { Names } from './integrations/names/names.server.ts'
import { settleHost } from './settle-host.server.ts'
import { tellOne, tellOwnPeople, tellPeople } from './tell-people.server.ts'

type ReactInRegion = (platform: PlatformContext, region: TenantContext, event: Event) => Promise<void>
type React<C> = (ctx: C, event: Event, post: Post) => Promise<void>

/** The same in a region and on the platform: what happens to an account is told to its person. */
const accountReactions = Object.fromEntries(
  Object.entries(accountNotices).map(([event, notice]): [string, React<TenantContext | PlatformContext>] => [
    event,
    (ctx, event, post) => deliverNotice(ctx, event, notice, (ctx) => accountLetter(ctx, event, notice), post),
  ]),
)

const tellForwarded = (kind: 'forwarded' | 'partForwarded') =>
  tellPeople({
    kind,
    compose: (ctx, event, who) => forwardedLetter(ctx, event.subjectId, event.refs?.assignmentId ?? '', who),
  })

/** Who gets no mail comes for the letter or finds it on the portal: it is made all the same. */
const tellAnswered =
  (kind: 'answer' | 'partAnswered'): React<TenantContext> =>
  async (ctx, event, post) => {
    const answerId = event.refs?.answerId
    const letter = await makeLetter(ctx, answerId ?? '')
    const tell = tellPeople({
      kind,
      compose: (ctx, event, who) => answerLetter(ctx, event.subjectId, answerId, who),
      enclosed: async (ctx) => letter && letterFile(ctx, letter),
    })
    await tell(ctx, event, post)
  }

const tellReopening = (kind: 'reopened' | 'reopenDeclined') =>
  tellPeople({ kind, compose: (ctx, event, who) => reopeningLetter(ctx, event.subjectId, event.refs ?? {}, who) })

/** Who ended an appeal by taking it back is told of that; who left one before is told of nothing more. */
const tellWithdrawn: React<TenantContext> = async (ctx, event, post) => {
  if (event.refs?.cosignerId || event.refs?.mergedId) return
  const tell = tellOne({ kind: 'withdrawal', compose: (ctx, event) => withdrawalLetter(ctx, event.subjectId) })
  await tell(ctx, event, post)
}

const left = tellOne({ kind: 'left', compose: (ctx, event, who) => leftLetter(ctx, event.subjectId, who) })

/** The same for an act: that everybody is told is watched. */
const tellAct =
  (kind: SmsKind): React<TenantContext> =>
  async (ctx, event, post) => {
    const actId = event.refs?.actId ?? ''
    await followTelling(ctx, actId, event.id)
    const letter = await makeActLetter(ctx, actId)
    const tell = tellPeople({
      kind,
      compose: (ctx, event, who) => actLetter(ctx, event.subjectId, actId, who),
      enclosed: async (ctx) => letter && letterFile(ctx, letter),
    })
    await tell(ctx, event, post)
  }

/** Who is told of what happened in a region, and what else follows from that alone: event name to the feature's command. */
const reactions: Readonly<Record<string, React<TenantContext>>> = {
  ...accountReactions,
  'appeal.registered': tellOne({
    kind: 'receipt',
    compose: (ctx, event) => receiptLetter(ctx, event.subjectId),
    enclosed: (ctx, event) => receiptFile(ctx, event.subjectId),
  }),
  'appeal.forwarded': tellForwarded('forwarded'),
  'appeal.partForwarded': tellForwarded('partForwarded'),
  'appeal.split': tellPeople({ kind: 'split', compose: (ctx, event, who) => splitLetter(ctx, event.subjectId, who) }),
  'appeal.answered': tellAnswered('answer'),
  'appeal.partAnswered': tellAnswered('partAnswered'),
  'appeal.reopened': tellReopening('reopened'),
  'appeal.reopenDeclined': tellReopening('reopenDeclined'),
  'share.linkSent': (ctx, event, post) =>
    deliverNotice(ctx, event, 'shareLink', (ctx) => shareLinkLetter(ctx, event.refs?.linkId ?? ''), post),
  'appeal.withdrawn': tellWithdrawn,
  'appeal.applicantLeft': left,
  'cosigner.added': tellOne({
    kind: 'cosigned',
    compose: (ctx, event, who) => cosignedLetter(ctx, event.subjectId, who),
  }),
  'cosigner.left': left,
  'appeal.merged': tellOwnPeople({
    kind: 'merged',
    compose: (ctx, event, who) => mergedLetter(ctx, event.subjectId, who),
  }),
  'appeal.absorbed': tellOwnPeople({
    kind: 'absorbed',
    compose: (ctx, event, who) => absorbedLetter(ctx, event.subjectId, who),
  }),
  'appeal.unmerged': tellOwnPeople({
    kind: 'unmerged',
    compose: (ctx, event, who) => unmergedLetter(ctx, event.subjectId, who),
  }),
  'appeal.deadlinePostponed': tellPeople({
    kind: 'postponed',
    compose: (ctx, event, who) => postponedLetter(ctx, event.subjectId, event.id, who),
  }),
  'appeal.cureRequested': tellOne({
    kind: 'cure',
    compose: (ctx, event) => cureLetter(ctx, event.subjectId, event.refs?.cureId ?? ''),
  }),
  'appeal.extended': tellAct('extended'),
  'appeal.suspended': tellAct('suspended'),
  'appeal.resumed': tellAct('resumed'),
  'appeal.hearingCalled': tellAct('hearingCalled'),
  'appeal.terminated': tellAct('terminated'),
  'appeal.leftUnconsidered': tellAct('leftUnconsidered'),
  // A body hears why its share is over, where an act has ended it.
  'share.withdrawn': async (ctx, event, post) => {
    const actId = event.refs?.actId
    if (!actId) return
    await deliverNotice(ctx, event, 'shareEnded', (ctx) => endedShareLetter(ctx, event.subjectId, actId), post)
  },
  'calendar.applied': async (ctx, event) => {
    await moveReopenings(ctx, event.subjectId)
    await moveDeadlines(ctx, event.subjectId)
  },
  'attachment.infected': async (ctx, event, post) => {
    const appealId = event.refs?.appealId
    // Whoever still writes sees it in the list of files.
    if (!appealId) return
    await deliverNotice(ctx, event, 'infectedFile', (ctx) => infectedFileLetter(ctx, appealId, event.subjectId), post)
  },
  'register.applyRequested': (ctx, event) => applyRegister(ctx, event.subjectId),
  'applicant.erased': (ctx, event) => removeErasedFiles(ctx, event.subjectId),
  'staff.invited': (ctx, event, post) =>
    deliverNotice(ctx, event, 'invitation', (ctx) => invitationLetter(ctx, event.subjectId), post),
  'staff.handedOver': (ctx, event, post) =>
    deliverNotice(ctx, event, 'handedOver', (ctx) => handedOverLetter(ctx, event), post),
  [takeoutEvents.ready]: (ctx, event, post) =>
    deliverNotice(ctx, event, 'takeout', (ctx) => takeoutLetter(ctx, event.subjectId), post),
  'account.resetRequested': (ctx, event, post) =>
    deliverNotice(ctx, event, 'reset', (ctx) => resetLetter(ctx, event.subjectId), post),
  'account.signedInFromNewDevice': (ctx, event, post) =>
    deliverNotice(ctx, event, 'newDevice', (ctx) => newDeviceLetter(ctx, event.subjectId), post),
}

/** After these nobody may need a translation any more, nor what was missing: an appeal or a body's share of one is over. */
const endings = [
  'appeal.withdrawn',
  'appeal.reopenDeclined',
  'appeal.merged',
  'appeal.terminated',
  'appeal.leftUnconsidered',
  'share.answered',
  'share.redirected',
  'share.withdrawn',
]

/** Needs no far end, and so comes first: a slow post keeps no colleague at work in vain. */
const withdrawFirst: React<TenantContext> = async (ctx, event, post) => {
  const appealId = event.subjectKind === 'appeal' ? event.subjectId : event.refs?.appealId
  if (appealId) {
    await withdrawTranslations(ctx, appealId)
    await cancelCure(ctx, appealId)
  }
  await reactions[event.event]?.(ctx, event, post)
}

/** What follows from what happened in a region, beside the journal. */
export const tenantReactions: Readonly<Record<string, React<TenantContext>>> = {
  ...reactions,
  ...Object.fromEntries(endings.map((event) => [event, withdrawFirst])),
}

/** The same for the platform. */
export const platformReactions: Readonly<Record<string, React<PlatformContext>>> = {
  ...accountReactions,
  'account.resetRequested': (ctx, event, post) =>
    deliverNotice(ctx, event, 'reset', (ctx) => resetLetter(ctx, event.subjectId), post),
  'account.signedInFromNewDevice': (ctx, event, post) =>
    deliverNotice(ctx, event, 'newDevice', (ctx) => newDeviceLetter(ctx, event.subjectId), post),
}

/** What follows in every region from what happened on the platform, one job each: the region's context comes second. */
export const regionalReactions: Readonly<Record<string, ReactInRegion>> = {
  'countryCalendar.announced': announceCountryCalendar,
  'countryCalendar.applied': applyCountryCalendar,
  'countryCalendar.discarded': (_platform, region, event) => discardInRegion(region, event.subjectId),
}

/** What the platform asks of the region that an event names: done in the region, and what came of it noted on the platform. */
export const regionErrands: Readonly<
  Record<string, (region: TenantContext, platform: PlatformContext, event: Event) => Promise<void>>
> = {
  [resetEvents.asked]: async (region, platform, event) =>
    noteAdministratorReset(platform, event, await resetAdministrator(region, event)),
}

/** What a region asks of the platform: done there as far as the region can prove it, and what came of it noted in the region. */
export const platformErrands = {
  events: new Set<string>(Object.values(hostEvents)),
  run: (region: TenantContext, platform: PlatformContext, names: Names, event: Event): Promise<void> =>
    settleHost(region, platform, { names }, event.subjectId),
}

/** What national figures are made of, and how they learn of it: past all letters, so that a slow post keeps no figure back. */
export const nationalReaction = { events: new Set(countedEvents), apply: applyFacts }

/** What is looked into for viruses, and how: past all letters too, a large file takes seconds. */
export const scanReaction = {
  events: new Set(['attachment.added', 'attachment.blackedOut']),
  scan: scanAttachment,
  waiting: listUnscanned,
}
