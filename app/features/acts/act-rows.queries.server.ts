import type { Selectable } from 'kysely'
import { getAppeal, getShares, type AppealRow, type ShareRow } from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import type { TenantTables } from '#db/schema/tenant.ts'

export type ActRow = Selectable<TenantTables['act']>

/** An appeal with its shares, and one of its acts. */
export interface LoadedAct {
  readonly appeal: AppealRow
  readonly shares: readonly ShareRow[]
  readonly act: ActRow
}

/** An act of an appeal that the asker may read or, by `action`, follow; `lock` holds the appeal, and with it its acts. Throws NotFound. */
export async function getAct(
  ctx: TenantContext,
  appealId: string,
  actId: string,
  { lock = false, action = 'read' }: { lock?: boolean; action?: 'read' | 'follow' } = {},
): Promise<LoadedAct> {
  const appeal = await getAppeal(ctx, appealId, { lock, action })
  const act = await ctx.db
    .selectFrom('act')
    .selectAll()
    .where('id', '=', actId)
    .where('appealId', '=', appealId)
    .executeTakeFirst()
  if (!act) throw new NotFound('Act')
  return { appeal, shares: await getShares(ctx, appealId), act }
}

/** Throws a Refusal that names who was faster and when, unless the form was made from this very version of the act. */
export async function mustBeSameAct(ctx: TenantContext, act: ActRow, version: number): Promise<void> {
  if (act.version === version) return
  const last = await ctx.db
    .selectFrom('journal')
    .leftJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['journal.occurredAt', 'staffMember.fullName', 'regionProfile.timeZone'])
    .where('journal.subjectId', '=', act.id)
    .orderBy('journal.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  throw new Refusal('acts:error.changedMeanwhile', {
    who: last?.fullName ?? '',
    when: last ? formatMoment(last.occurredAt, last.timeZone) : '',
  })
}

/** The signed suspension by which a share's clock stands on `today`; undefined where it runs. A main clock is one, whoever leads. */
export function standingSuspension({ db }: TenantContext, share: ShareRow, today: string) {
  return db
    .selectFrom('act')
    .leftJoin('act as resumption', (join) =>
      join.onRef('resumption.endsActId', '=', 'act.id').on('resumption.status', '=', 'signed'),
    )
    .innerJoin('assignment', 'assignment.id', 'act.assignmentId')
    .select(['act.id', 'act.untilOn'])
    .where('act.appealId', '=', share.appealId)
    .where('assignment.round', '=', share.round)
    .$if(share.role === 'own', (query) => query.where('assignment.id', '=', share.id))
    .$if(share.role !== 'own', (query) => query.where('assignment.role', '<>', 'own'))
    .where('act.kind', '=', 'suspension')
    .where('act.status', '=', 'signed')
    .where('act.untilOn', '>', today)
    .where('resumption.id', 'is', null)
    .executeTakeFirst()
}
