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
  forwardedLetter,
  receiptLetter,
  shareLinkLetter,
  splitLetter,
  withdrawalLetter,
} from './features/appeals/public.server.ts'
import { deliverNotice, type Event, type Post } from './features/notices/public.server.ts'
import { applyFacts, countedEvents } from './features/oversight/public.server.ts'
import { invitationLetter } from './features/staff/public.server.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'

type React<C> = (ctx: C, event: Event, post: Post) => Promise<void>

/** The same in a region and on the platform: what happens to an account is told to its person. */
const accountReactions = Object.fromEntries(
  Object.entries(accountNotices).map(([event, notice]): [string, React<TenantContext | PlatformContext>] => [
    event,
    (ctx, event, post) => deliverNotice(ctx, event, notice, (ctx) => accountLetter(ctx, event, notice), post),
  ]),
)

const tellForwarded: React<TenantContext> = (ctx, event, post) =>
  deliverNotice(
    ctx,
    event,
    'forwarded',
    (ctx) => forwardedLetter(ctx, event.subjectId, event.refs?.assignmentId ?? ''),
    post,
  )

/** What follows from what happened in a region, beside the journal: event name to the feature's command. */
export const tenantReactions: Readonly<Record<string, React<TenantContext>>> = {
  ...accountReactions,
  'appeal.registered': (ctx, event, post) =>
    deliverNotice(ctx, event, 'receipt', (ctx) => receiptLetter(ctx, event.subjectId), post),
  'appeal.forwarded': tellForwarded,
  'appeal.answered': (ctx, event, post) =>
    deliverNotice(ctx, event, 'answer', (ctx) => answerLetter(ctx, event.subjectId, event.refs?.answerId), post),
  'appeal.partAnswered': (ctx, event, post) =>
    deliverNotice(ctx, event, 'answer', (ctx) => answerLetter(ctx, event.subjectId, event.refs?.answerId), post),
  'appeal.split': (ctx, event, post) =>
    deliverNotice(ctx, event, 'split', (ctx) => splitLetter(ctx, event.subjectId), post),
  'appeal.partForwarded': tellForwarded,
  'share.linkSent': (ctx, event, post) =>
    deliverNotice(ctx, event, 'shareLink', (ctx) => shareLinkLetter(ctx, event.refs?.linkId ?? ''), post),
  'appeal.withdrawn': (ctx, event, post) =>
    deliverNotice(ctx, event, 'withdrawal', (ctx) => withdrawalLetter(ctx, event.subjectId), post),
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

/** What the platform asks of the region that an event names: done in the region, and what came of it noted on the platform. */
export const regionErrands: Readonly<
  Record<string, (region: TenantContext, platform: PlatformContext, event: Event) => Promise<void>>
> = {
  [resetEvents.asked]: async (region, platform, event) =>
    noteAdministratorReset(platform, event, await resetAdministrator(region, event)),
}

/** What national figures are made of, and how they learn of it: past all letters, so that a slow post keeps no figure back. */
export const nationalReaction = { events: new Set(countedEvents), apply: applyFacts }
