import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { NoticeState } from '#db/schema/core.ts'
import type { AnyContext, PlatformContext, TenantContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import type { Happening } from '#app/core/journal.server.ts'
import type { Letter } from '#app/core/letter.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** Hands a letter over to the post. Resolves false when the far end will never take it; throws when it may later. */
export type Post = (letter: Letter, messageId: string) => Promise<boolean>

/** What happened, with the id of its outbox row. */
export type Event = Happening & { readonly id: string }

/**
 * Tells a person of `event`: at least once, and once unless the process dies between the sending and its note. Even
 * then the repeat carries the same Message-ID. Throws what the post throws: the job comes again.
 */
export async function deliverNotice<C extends TenantContext | PlatformContext>(
  ctx: C,
  event: Event,
  kind: string,
  compose: (ctx: C) => Promise<Letter | undefined>,
  post: Post,
): Promise<void> {
  const claimed = await inTransaction(ctx, (ctx) => claim(ctx, event, kind))
  if (!claimed) return
  const letter = await inTransaction(ctx, compose)
  const delivered = letter !== undefined && (await post(letter, claimed.messageId))
  await inTransaction(ctx, (ctx) => note(ctx, claimed.id, delivered ? 'sent' : 'undeliverable'))
}

/** The notice of this event, one attempt older; undefined when it is settled. */
async function claim(ctx: AnyContext, event: Event, kind: string) {
  const db = coreTablesOf(ctx.db)
  const id = newId()
  await db
    .insertInto('notice')
    .values({
      id,
      eventId: event.id,
      channel: 'mail',
      kind,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      state: 'pending',
      messageId: `<${id}@${new URL(ctx.origin).hostname}>`,
      createdAt: ctx.clock.now(),
      sentAt: null,
    })
    .onConflict((conflict) => conflict.columns(['eventId', 'channel']).doNothing())
    .execute()
  return db
    .updateTable('notice')
    .set((update) => ({ attempts: update('attempts', '+', 1) }))
    .where('eventId', '=', event.id)
    .where('channel', '=', 'mail')
    .where('state', '=', 'pending')
    .returning(['id', 'messageId'])
    .executeTakeFirst()
}

async function note(ctx: AnyContext, id: string, state: NoticeState): Promise<void> {
  await coreTablesOf(ctx.db)
    .updateTable('notice')
    .set({ state, sentAt: state === 'sent' ? ctx.clock.now() : null })
    .where('id', '=', id)
    .execute()
}
