import type { OpenWork } from '#app/core/open-work.ts'
import type { TenantContext } from '#app/core/context.ts'

/**
 * Acts that somebody drafted and nobody has approved. An approved one waits for its signature alone. What waits for somebody's
 * approval waits for every head of the body and is no one's own.
 */
export const actWork: OpenWork = {
  kind: 'acts',
  count: async (ctx, id) => {
    const { open } = await drafted(ctx, id)
      .select((row) => row.fn.countAll<string>().as('open'))
      .executeTakeFirstOrThrow()
    return Number(open)
  },
  handOver: async (ctx, fromId, toId) => {
    const rows = await drafted(ctx, fromId).select('act.id').forUpdate().execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0)
      await ctx.db
        .updateTable('act')
        // Whoever approves it must be another person than who has it now.
        .set((row) => ({ draftedBy: toId, version: row('version', '+', 1) }))
        .where('id', 'in', ids)
        .execute()
    return ids.length
  },
}

const drafted = ({ db }: TenantContext, staffMemberId: string) =>
  db.selectFrom('act').where('act.draftedBy', '=', staffMemberId).where('act.status', '=', 'drafted')
