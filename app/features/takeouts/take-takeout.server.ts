import type { Readable } from 'node:stream'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal, SignInNeeded } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { takeoutEvents } from './takeout.ts'

/** A file on its way out: it is removed once it has been read to its end, or given up. */
export interface TakenFile {
  readonly name: string
  readonly bytes: number
  readonly content: Readable
}

/**
 * Gives the file out, once: from this moment it is nobody's any more, whether it arrives or not. Throws ForbiddenError,
 * NotFound, Refusal for one that was taken, is too old or is not there yet.
 */
export async function takeTakeout(ctx: TenantContext, id: string): Promise<TakenFile> {
  authorize(ctx.ability, 'export', 'Region')
  if (ctx.principal.kind !== 'staff') throw new SignInNeeded()
  const takenBy = ctx.principal.id
  const bytes = await inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now()
    const known = await ctx.db.selectFrom('takeout').select('id').where('id', '=', id).executeTakeFirst()
    if (!known) throw new NotFound('Takeout')
    const taken = await ctx.db
      .updateTable('takeout')
      .set({ state: 'taken', takenAt: now, takenBy, updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'ready')
      .where('expiresAt', '>', now)
      .returning('bytes')
      .executeTakeFirst()
    if (!taken) throw new Refusal('takeouts:error.gone')
    await record(ctx, { event: takeoutEvents.taken, subjectKind: 'takeout', subjectId: id })
    return taken.bytes ?? 0
  })
  const content = await ctx.files.read(id)
  // A removal that fails is made up for by the night's sweep: no row holds the file any more.
  content.once('close', () => void ctx.files.remove(id).catch(() => undefined))
  return { name: `${ctx.tenant.slug}-${ctx.clock.now().toISOString().slice(0, 10)}.zip`, bytes, content }
}
