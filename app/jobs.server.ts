import {
  accountLetter,
  accountNotices,
  newDeviceLetter,
  noteAdministratorReset,
  resetAdministrator,
  resetEvents,
  resetLetter,
} from './features/accounts/public.server.ts'
import {
  answerLetter,
  appealSms,
  channelsOf,
  forwardedLetter,
  infectedFileLetter,
  moveDeadlines,
  postponedLetter,
  receiptFile,
  receiptLetter,
  shareLinkLetter,
  splitLetter,
  withdrawalLetter,
  type SmsKind,
} from './features/appeals/public.server.ts'
import { listUnscanned, scanAttachment } from './features/attachments/public.server.ts'
import { cureLetter } from './features/cures/public.server.ts'
import { discardInRegion } from './features/calendars/public.server.ts'
import { removeErasedFiles } from './features/erasures/public.server.ts'
import { letterFile, makeLetter } from './features/letters/public.server.ts'
import { deliverNotice, deliverSms, type Event, type Post } from './features/notices/public.server.ts'
import { applyFacts, countedEvents } from './features/oversight/public.server.ts'
import { invitationLetter } from './features/staff/public.server.ts'
import { announceCountryCalendar, applyCountryCalendar } from './country-calendar.server.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'
import type { AttachedFile, Letter } from './core/letter.ts'

type ReactInRegion = (platform: PlatformContext, region: TenantContext, event: Event) => Promise<void>
type React<C> = (ctx: C, event: Event, post: Post) => Promise<void>

/** The same in a region and on the platform: what happens to an account is told to its person. */
const accountReactions = Object.fromEntries(
  Object.entries(accountNotices).map(([event, notice]): [string, React<TenantContext | PlatformContext>] => [
    event,
    (ctx, event, post) => deliverNotice(ctx, event, notice, (ctx) => accountLetter(ctx, event, notice), post),
  ]),
)

/** The post with a file in the envelope of its mail, which is made outside of every transaction. */
const enclosing = (post: Post, file: () => Promise<AttachedFile | undefined>): Post => ({
  ...post,
  mail: async (letter, messageId) => {
    const enclosed = await file()
    return post.mail(enclosed ? { ...letter, files: [enclosed] } : letter, messageId)
  },
})

/**
 * Tells the person who brought an appeal, by each channel that was chosen. One that fails keeps no other back, and is the
 * only one that comes again. `enclosed` is what the mail carries.
 */
const tellApplicant =
  (
    kind: SmsKind,
    compose: (ctx: TenantContext, event: Event) => Promise<Letter | undefined>,
    enclosed?: (ctx: TenantContext, event: Event) => Promise<AttachedFile | undefined>,
  ): React<TenantContext> =>
  async (ctx, event, post) => {
    const channels = await channelsOf(ctx, event.subjectId)
    const failures: unknown[] = []
    const failed = (error: unknown) => void failures.push(error)
    const mailPost = enclosed ? enclosing(post, () => enclosed(ctx, event)) : post
    if (channels.includes('sms'))
      await deliverSms(ctx, event, kind, (ctx) => appealSms(ctx, event.subjectId, kind), post).catch(failed)
    if (channels.includes('mail'))
      await deliverNotice(ctx, event, kind, (ctx) => compose(ctx, event), mailPost).catch(failed)
    if (failures.length > 0) throw failures[0]
  }

const tellForwarded = (kind: 'forwarded' | 'partForwarded') =>
  tellApplicant(kind, (ctx, event) => forwardedLetter(ctx, event.subjectId, event.refs?.assignmentId ?? ''))

/** Who gets no mail comes for the letter or finds it on the portal: it is made all the same. */
const tellAnswered =
  (kind: 'answer' | 'partAnswered'): React<TenantContext> =>
  async (ctx, event, post) => {
    const answerId = event.refs?.answerId
    const letter = await makeLetter(ctx, answerId ?? '')
    const tell = tellApplicant(
      kind,
      (ctx) => answerLetter(ctx, event.subjectId, answerId),
      async (ctx) => letter && letterFile(ctx, letter),
    )
    await tell(ctx, event, post)
  }

/** What follows from what happened in a region, beside the journal: event name to the feature's command. */
export const tenantReactions: Readonly<Record<string, React<TenantContext>>> = {
  ...accountReactions,
  'appeal.registered': tellApplicant(
    'receipt',
    (ctx, event) => receiptLetter(ctx, event.subjectId),
    (ctx, event) => receiptFile(ctx, event.subjectId),
  ),
  'appeal.forwarded': tellForwarded('forwarded'),
  'appeal.partForwarded': tellForwarded('partForwarded'),
  'appeal.split': tellApplicant('split', (ctx, event) => splitLetter(ctx, event.subjectId)),
  'appeal.answered': tellAnswered('answer'),
  'appeal.partAnswered': tellAnswered('partAnswered'),
  'share.linkSent': (ctx, event, post) =>
    deliverNotice(ctx, event, 'shareLink', (ctx) => shareLinkLetter(ctx, event.refs?.linkId ?? ''), post),
  'appeal.withdrawn': tellApplicant('withdrawal', (ctx, event) => withdrawalLetter(ctx, event.subjectId)),
  'appeal.deadlinePostponed': tellApplicant('postponed', (ctx, event) =>
    postponedLetter(ctx, event.subjectId, event.id),
  ),
  'appeal.cureRequested': tellApplicant('cure', (ctx, event) =>
    cureLetter(ctx, event.subjectId, event.refs?.cureId ?? ''),
  ),
  'calendar.applied': (ctx, event) => moveDeadlines(ctx, event.subjectId),
  'attachment.infected': async (ctx, event, post) => {
    const appealId = event.refs?.appealId
    // Whoever still writes sees it in the list of files.
    if (!appealId) return
    await deliverNotice(ctx, event, 'infectedFile', (ctx) => infectedFileLetter(ctx, appealId, event.subjectId), post)
  },
  'applicant.erased': (ctx, event) => removeErasedFiles(ctx, event.subjectId),
  'staff.invited': (ctx, event, post) =>
    deliverNotice(ctx, event, 'invitation', (ctx) => invitationLetter(ctx, event.subjectId), post),
  'account.resetRequested': (ctx, event, post) =>
    deliverNotice(ctx, event, 'reset', (ctx) => resetLetter(ctx, event.subjectId), post),
  'account.signedInFromNewDevice': (ctx, event, post) =>
    deliverNotice(ctx, event, 'newDevice', (ctx) => newDeviceLetter(ctx, event.subjectId), post),
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

/** What national figures are made of, and how they learn of it: past all letters, so that a slow post keeps no figure back. */
export const nationalReaction = { events: new Set(countedEvents), apply: applyFacts }

/** What is looked into for viruses, and how: past all letters too, a large file takes seconds. */
export const scanReaction = {
  events: new Set(['attachment.added', 'attachment.blackedOut']),
  scan: scanAttachment,
  waiting: listUnscanned,
}
