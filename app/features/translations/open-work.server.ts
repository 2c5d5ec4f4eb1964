import type { TenantContext } from '#app/core/context.ts'
import type { OpenWork } from '#app/core/open-work.ts'

/** Translations that somebody asked for and waits for. */
export const translationWork: OpenWork = {
  kind: 'translations',
  count: async (ctx, id) => {
    const { open } = await asked(ctx, id)
      .select((row) => row.fn.countAll<string>().as('open'))
      .executeTakeFirstOrThrow()
    return Number(open)
  },
  handOver: async (ctx, fromId, toId) => {
    const rows = await asked(ctx, fromId).select('id').forUpdate().execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0)
      await ctx.db.updateTable('translationRequest').set({ askedBy: toId }).where('id', 'in', ids).execute()
    return ids.length
  },
}

const asked = ({ db }: TenantContext, staffMemberId: string) =>
  db.selectFrom('translationRequest').where('askedBy', '=', staffMemberId).where('status', '=', 'open')
