import { newDeviceLetter, resetLetter } from './features/accounts/public.server.ts'
import {
  answerLetter,
  forwardedLetter,
  receiptFile,
  receiptLetter,
  withdrawalLetter,
} from './features/appeals/public.server.ts'
import { letterFile, makeLetter } from './features/letters/public.server.ts'
import { deliverNotice, type Event, type Post } from './features/notices/public.server.ts'
import { applyFacts, countedEvents } from './features/oversight/public.server.ts'
import { invitationLetter } from './features/staff/public.server.ts'
import type { PlatformContext, TenantContext } from './core/context.ts'
import type { AttachedFile } from './core/letter.ts'

type React<C> = (ctx: C, event: Event, post: Post) => Promise<void>

/** The post with a file in the envelope, which is made outside of every transaction. */
const enclosing =
  (post: Post, file: () => Promise<AttachedFile | undefined>): Post =>
  async (letter, messageId) => {
    const enclosed = await file()
    return post(enclosed ? { ...letter, files: [enclosed] } : letter, messageId)
  }

/** What follows from what happened in a region, beside the journal: event name to the feature's command. */
export const tenantReactions: Readonly<Record<string, React<TenantContext>>> = {
  'appeal.registered': (ctx, event, post) =>
    deliverNotice(
      ctx,
      event,
      'receipt',
      (ctx) => receiptLetter(ctx, event.subjectId),
      enclosing(post, () => receiptFile(ctx, event.subjectId)),
    ),
  'appeal.forwarded': (ctx, event, post) =>
    deliverNotice(
      ctx,
      event,
      'forwarded',
      (ctx) => forwardedLetter(ctx, event.subjectId, event.refs?.assignmentId ?? ''),
      post,
    ),
  // Who gets no mail comes for the letter or finds it on the portal: it is made all the same.
  'appeal.answered': async (ctx, event, post) => {
    const letter = await makeLetter(ctx, event.refs?.answerId ?? '')
    const enclosed = enclosing(post, async () => letter && letterFile(ctx, letter))
    await deliverNotice(ctx, event, 'answer', (ctx) => answerLetter(ctx, event.subjectId), enclosed)
  },
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
  'account.resetRequested': (ctx, event, post) =>
    deliverNotice(ctx, event, 'reset', (ctx) => resetLetter(ctx, event.subjectId), post),
  'account.signedInFromNewDevice': (ctx, event, post) =>
    deliverNotice(ctx, event, 'newDevice', (ctx) => newDeviceLetter(ctx, event.subjectId), post),
}

/** What national figures are made of, and how they learn of it: past all letters, so that a slow post keeps no figure back. */
export const nationalReaction = { events: new Set(countedEvents), apply: applyFacts }
