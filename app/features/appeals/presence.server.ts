import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal } from './appeals.queries.server.ts'

type Doing = 'viewing' | 'editing'

/** Who was not heard of for so long has gone, milliseconds. A page says every 20 seconds that it is still there. */
const goneAfter = 60_000

/** More names than these say nothing more. */
const mostShown = 10

export interface PresentColleague {
  readonly id: string
  readonly name: string
  readonly doing: Doing
}

/** Notes that the asker is at this appeal, inside the caller's transaction. Nothing of the appeal changes: no record. */
export async function notePresence(ctx: TenantContext, appealId: string, doing: Doing): Promise<void> {
  if (ctx.principal.kind !== 'staff') return
  const seen = { doing, seenAt: ctx.clock.now() }
  await ctx.db
    .insertInto('appealPresence')
    .values({ appealId, staffId: ctx.principal.id, ...seen })
    .onConflict((conflict) => conflict.columns(['appealId', 'staffId']).doUpdateSet(seen))
    .execute()
}

/** Colleagues at this appeal now, the asker left out; whoever writes comes first. */
export async function listPresent(ctx: TenantContext, appealId: string): Promise<PresentColleague[]> {
  const me = ctx.principal.kind === 'staff' ? ctx.principal.id : ''
  return ctx.db
    .selectFrom('appealPresence')
    .innerJoin('staffMember', 'staffMember.id', 'appealPresence.staffId')
    .select(['staffMember.id', 'staffMember.fullName as name', 'appealPresence.doing'])
    .where('appealId', '=', appealId)
    .where('staffId', '<>', me)
    .where('seenAt', '>', new Date(ctx.clock.now().getTime() - goneAfter))
    .orderBy('appealPresence.doing')
    .orderBy('staffMember.fullName')
    .limit(mostShown)
    .execute()
}

/** A page's word that somebody is still at it; who else is. Throws NotFound, TooManyTries. */
export async function bePresent(ctx: TenantContext, appealId: string, doing: Doing): Promise<PresentColleague[]> {
  if (ctx.principal.kind === 'staff') await ctx.limits.count('presenceByStaff', `${appealId} ${ctx.principal.id}`)
  return inTransaction(ctx, async (ctx) => {
    await getAppeal(ctx, appealId)
    await notePresence(ctx, appealId, doing)
    return listPresent(ctx, appealId)
  })
}

/**
 * The page of an appeal was opened: the asker is there, and has read what colleagues said to them. A request of its own:
 * the loaders of a page share one reading connection, and none of them may write. Throws NotFound.
 */
export function visitAppeal(ctx: TenantContext, appealId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { principal, db, clock } = ctx
    await getAppeal(ctx, appealId)
    if (principal.kind !== 'staff') return
    await notePresence(ctx, appealId, 'viewing')
    await db
      .updateTable('noteMention')
      .set({ readAt: clock.now() })
      .where('staffId', '=', principal.id)
      .where('readAt', 'is', null)
      .where('noteId', 'in', (notes) => notes.selectFrom('appealNote').select('id').where('appealId', '=', appealId))
      .execute()
  })
}
