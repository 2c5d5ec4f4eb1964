import type { TenantContext } from '#app/core/context.ts'
import type { OpenWork } from '#app/core/open-work.ts'

/** Answers that somebody writes; one that was sent for signature waits for the head and needs no writer. */
export const answerDraftWork: OpenWork = {
  kind: 'answerDrafts',
  count: async (ctx, id) => (await openDrafts(ctx, id)).length,
  handOver: async (ctx, fromId, toId) => {
    const ids = await openDrafts(ctx, fromId)
    if (ids.length > 0) await ctx.db.updateTable('answerDraft').set({ editedBy: toId }).where('id', 'in', ids).execute()
    return ids.length
  },
}

/** Notes that name somebody and were not read. */
export const mentionWork: OpenWork = {
  kind: 'mentions',
  count: async (ctx, id) => (await unread(ctx, id)).length,
  handOver: async (ctx, fromId, toId) => {
    const noteIds = await unread(ctx, fromId)
    if (noteIds.length === 0) return 0
    await ctx.db
      .insertInto('noteMention')
      .values(noteIds.map((noteId) => ({ noteId, staffId: toId, readAt: null })))
      .onConflict((conflict) => conflict.columns(['noteId', 'staffId']).doNothing())
      .execute()
    await ctx.db
      .updateTable('noteMention')
      .set({ readAt: ctx.clock.now() })
      .where('staffId', '=', fromId)
      .where('noteId', 'in', noteIds)
      .execute()
    return noteIds.length
  },
}

async function openDrafts({ db }: TenantContext, staffMemberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('answerDraft')
    .innerJoin('appeal', 'appeal.id', 'answerDraft.appealId')
    .select('answerDraft.id')
    .where('answerDraft.editedBy', '=', staffMemberId)
    .where('answerDraft.submittedAt', 'is', null)
    .where('appeal.closedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

async function unread({ db }: TenantContext, staffMemberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('noteMention')
    .innerJoin('appealNote', 'appealNote.id', 'noteMention.noteId')
    .innerJoin('appeal', 'appeal.id', 'appealNote.appealId')
    .select('noteMention.noteId')
    .where('noteMention.staffId', '=', staffMemberId)
    .where('noteMention.readAt', 'is', null)
    .where('appeal.closedAt', 'is', null)
    .execute()
  return rows.map(({ noteId }) => noteId)
}
