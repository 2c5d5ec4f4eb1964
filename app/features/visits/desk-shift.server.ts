import type { Selectable } from 'kysely'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import { lockHall } from './hall-lock.server.ts'

export type Shift = Selectable<TenantTables['deskShift']>

/**
 * The shift of whoever asks, under the hall's lock. Throws NotFound for one that is not theirs, Refusal where it was closed
 * meanwhile.
 */
export async function lockOwnShift(ctx: TenantContext, shiftId: string): Promise<Shift> {
  authorize(ctx.ability, 'serve', 'Visit')
  const asked = await ctx.db
    .selectFrom('deskShift')
    .select(['hallId', 'staffId'])
    .where('id', '=', shiftId)
    .executeTakeFirst()
  if (!asked || ctx.principal.kind !== 'staff' || asked.staffId !== ctx.principal.id) throw new NotFound('Shift')
  await lockHall(ctx, asked.hallId)
  const shift = await ctx.db.selectFrom('deskShift').selectAll().where('id', '=', shiftId).executeTakeFirstOrThrow()
  if (shift.closedAt) throw new Refusal('visits:error.deskClosed')
  return shift
}
