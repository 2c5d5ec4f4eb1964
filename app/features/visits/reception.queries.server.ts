import { listPriorityGroups, listServices } from '#app/features/services/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { listQueue } from './hall-queue.queries.server.ts'

/** The halls in which one may work, in the region's order, each with how many wait there. Throws ForbiddenError. */
export async function listWorkHalls(ctx: TenantContext) {
  authorize(ctx.ability, 'read', 'Visit')
  const halls = await ctx.db
    .selectFrom('hall')
    .select(['id', 'nameKk', 'nameRu', 'nameEn', 'addressKk', 'addressRu', 'addressEn'])
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const waiting = await ctx.db
    .selectFrom('ticket')
    .select(['hallId', ({ fn }) => fn.countAll<string>().as('tickets')])
    .where('status', '=', 'waiting')
    .where('endedAt', 'is', null)
    .groupBy('hallId')
    .execute()
  return halls.map((hall) => ({
    id: hall.id,
    name: { kk: hall.nameKk, ru: hall.nameRu, en: hall.nameEn }[ctx.locale],
    address: { kk: hall.addressKk, ru: hall.addressRu, en: hall.addressEn }[ctx.locale],
    waiting: Number(waiting.find(({ hallId }) => hallId === hall.id)?.tickets ?? 0),
  }))
}

/** A hall in use, named in the asker's language. Throws NotFound. */
export async function getWorkHall(
  { db, locale }: TenantContext,
  hallId: string,
): Promise<{ id: string; name: string }> {
  const hall = await db
    .selectFrom('hall')
    .select(['id', 'nameKk', 'nameRu', 'nameEn'])
    .where('id', '=', hallId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!hall) throw new NotFound('Hall')
  return { id: hall.id, name: { kk: hall.nameKk, ru: hall.nameRu, en: hall.nameEn }[locale] }
}

/** What the reception of a hall needs: what one may wait for, who comes earlier, and who waits. Throws ForbiddenError, NotFound. */
export async function getReception(ctx: TenantContext, hallId: string) {
  authorize(ctx.ability, 'receive', 'Visit')
  const hall = await getWorkHall(ctx, hallId)
  const services = await listServices(ctx, hallId)
  return {
    hall,
    services,
    groups: await listPriorityGroups(ctx),
    queue: await listQueue(ctx, hallId),
  }
}
