import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { lockHall } from './hall-lock.server.ts'
import type { OpenDesk } from './visits.schema.ts'

/**
 * Sits whoever asks down at a desk of their own agency, to serve in these languages. Returns the shift's id. Throws ForbiddenError,
 * NotFound, Refusal where somebody sits there or they sit at another desk.
 */
export function openDesk(ctx: TenantContext, input: OpenDesk): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'serve', 'Visit')
    if (ctx.principal.kind !== 'staff') throw new NotFound('Desk')
    const { id: staffId, agencyId } = ctx.principal
    const desk = await ctx.db
      .selectFrom('desk')
      .select(['id', 'hallId'])
      .where('id', '=', input.deskId)
      .where('agencyId', '=', agencyId)
      .where('retiredAt', 'is', null)
      .executeTakeFirst()
    if (!desk) throw new NotFound('Desk')
    const spoken = localeCodes.filter((locale) => input.locale.includes(locale))
    if (spoken.length === 0) throw new InvalidInput({ locale: 'visits:error.localeMissing' })
    await lockHall(ctx, desk.hallId)
    const open = await ctx.db
      .selectFrom('deskShift')
      .select(['id', 'deskId', 'staffId'])
      .where('closedAt', 'is', null)
      .where(({ or, eb }) => or([eb('deskId', '=', desk.id), eb('staffId', '=', staffId)]))
      .execute()
    const own = open.find((shift) => shift.staffId === staffId)
    if (own && own.deskId === desk.id) return own.id
    if (own) throw new Refusal('visits:error.sitsElsewhere')
    if (open.length > 0) throw new Refusal('visits:error.deskTaken')
    const id = newId()
    await ctx.db
      .insertInto('deskShift')
      .values({
        id,
        deskId: desk.id,
        hallId: desk.hallId,
        staffId,
        locales: spoken,
        openedAt: ctx.clock.now(),
        pausedAt: null,
        closedAt: null,
      })
      .execute()
    await record(ctx, {
      event: 'desk.opened',
      subjectKind: 'deskShift',
      subjectId: id,
      refs: { deskId: desk.id, hallId: desk.hallId },
    })
    return id
  })
}
