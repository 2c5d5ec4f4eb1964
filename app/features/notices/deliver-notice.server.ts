import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { NoticeChannel, NoticeState } from '#db/schema/core.ts'
import type { AnyContext, PlatformContext, TenantContext } from '#app/core/context.ts'
import { NotTaken } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import type { Letter, Sms } from '#app/core/letter.ts'
import { segmentsOf } from '#app/core/sms-text.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { Event, Post, Posted } from './post.ts'

type JobContext = TenantContext | PlatformContext

/** Writes what is to be said; undefined where the person's address is gone. */
type Compose<C, Message> = (ctx: C) => Promise<Message | undefined>

/** A notice at this try. */
interface Claimed {
  readonly id: string
  readonly messageId: string
  readonly again: boolean
}

/** A notice whose message is handed over: what came of it. */
interface HandedOver {
  readonly state: Posted
  readonly segments?: number
}

/**
 * Tells a person of `event` by mail: at least once, and once unless the process dies between the sending and its note. Even
 * then the repeat carries the same Message-ID. Throws what the post throws: the job comes again.
 */
export function deliverNotice<C extends JobContext>(
  ctx: C,
  event: Event,
  kind: string,
  compose: Compose<C, Letter>,
  post: Post,
): Promise<void> {
  return deliver(ctx, event, kind, 'mail', post, async ({ messageId }) => {
    const letter = await inTransaction(ctx, compose)
    return { state: letter === undefined ? 'undeliverable' : await post.mail(letter, messageId) }
  })
}

/** The same by SMS, under a reference that stays the same at every try. */
export function deliverSms<C extends JobContext>(
  ctx: C,
  event: Event,
  kind: string,
  compose: Compose<C, Sms>,
  post: Post,
): Promise<void> {
  return deliver(ctx, event, kind, 'sms', post, async (claimed) => {
    const sms = await inTransaction(ctx, compose)
    if (sms === undefined) return { state: 'undeliverable' }
    return { state: await post.sms(sms, claimed), segments: segmentsOf(sms.text).parts.length }
  })
}

async function deliver<C extends JobContext>(
  ctx: C,
  event: Event,
  kind: string,
  channel: NoticeChannel,
  { lastTry }: Post,
  handOver: (claimed: Claimed) => Promise<HandedOver>,
): Promise<void> {
  const claimed = await inTransaction(ctx, (ctx) => claim(ctx, event, kind, channel))
  if (!claimed) return
  let handed: HandedOver
  try {
    handed = await handOver(claimed)
  } catch (error) {
    const failure = error instanceof NotTaken ? error.why : 'internal'
    await inTransaction(ctx, (ctx) => note(ctx, claimed.id, { state: lastTry ? 'failed' : 'pending', failure }))
    throw error
  }
  const { state, segments = null } = handed
  await inTransaction(ctx, (ctx) => note(ctx, claimed.id, { state, segments, failure: null, ...timesOf(ctx, state) }))
}

/** The notice of this event, one attempt older; undefined when it is settled. */
async function claim(
  ctx: AnyContext,
  event: Event,
  kind: string,
  channel: NoticeChannel,
): Promise<Claimed | undefined> {
  const db = coreTablesOf(ctx.db)
  const id = newId()
  const now = ctx.clock.now()
  await db
    .insertInto('notice')
    .values({
      id,
      eventId: event.id,
      recipientId: event.recipientId ?? '',
      channel,
      kind,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      state: 'pending',
      messageId: channel === 'mail' ? `<${id}@${new URL(ctx.origin).hostname}>` : id,
      createdAt: now,
      sentAt: null,
      segments: null,
      triedAt: null,
      deliveredAt: null,
      failure: null,
    })
    .onConflict((conflict) => conflict.columns(['eventId', 'channel', 'recipientId']).doNothing())
    .execute()
  const row = await db
    .updateTable('notice')
    .set((update) => ({ attempts: update('attempts', '+', 1), triedAt: now }))
    .where('eventId', '=', event.id)
    .where('channel', '=', channel)
    .where('recipientId', '=', event.recipientId ?? '')
    .where('state', '=', 'pending')
    .returning(['id', 'messageId', 'attempts'])
    .executeTakeFirst()
  return row && { id: row.id, messageId: row.messageId, again: row.attempts > 1 }
}

interface Noted {
  readonly state: NoticeState
  readonly failure: string | null
  readonly segments?: number | null
  readonly sentAt?: Date | null
  readonly deliveredAt?: Date | null
}

/** A receipt may have settled it meanwhile: what that said stays. */
async function note(ctx: AnyContext, id: string, noted: Noted): Promise<void> {
  await coreTablesOf(ctx.db)
    .updateTable('notice')
    .set(noted)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .execute()
}

function timesOf({ clock }: AnyContext, state: Posted): Pick<Noted, 'sentAt' | 'deliveredAt'> {
  const now = clock.now()
  return { sentAt: state === 'undeliverable' ? null : now, deliveredAt: state === 'delivered' ? now : null }
}
