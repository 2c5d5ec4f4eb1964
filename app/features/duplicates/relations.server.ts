import type { Selectable } from 'kysely'
import { lockAppeals, type AppealRow } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { newId } from '#app/core/ids.ts'
import type { RelationKind } from '#db/schema/people.ts'
import type { TenantTables } from '#db/schema/tenant.ts'

export type RelationRow = Selectable<TenantTables['appealRelation']>

/**
 * Two appeals for who may say what they have to do with each other, and others beside them, all locked. Throws NotFound,
 * ForbiddenError, Refusal where it is one and the same.
 */
export async function lockToRelate(
  ctx: TenantContext,
  [id, otherId]: readonly [string, string],
  more: readonly string[] = [],
): Promise<{ readonly appeal: AppealRow; readonly other: AppealRow; readonly others: readonly AppealRow[] }> {
  const [appeal, other, ...others] = await lockAppeals(ctx, [id, otherId, ...more])
  if (!appeal || !other) throw new NotFound('Appeal')
  for (const one of [appeal, other]) authorize(ctx.ability, 'relate', 'Appeal', one)
  if (appeal.id === other.id) throw new Refusal('duplicates:error.same')
  return { appeal, other, others }
}

/** What two appeals have to do with each other now, whichever of them said so; undefined where nothing. */
export function findRelation({ db }: TenantContext, one: string, other: string): Promise<RelationRow | undefined> {
  return db
    .selectFrom('appealRelation')
    .selectAll()
    .where('endedAt', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('appealId', '=', one), where('otherId', '=', other)]),
        where.and([where('appealId', '=', other), where('otherId', '=', one)]),
      ]),
    )
    .executeTakeFirst()
}

/** Throws a Refusal that says who was faster, and when. */
export async function alreadyRelated({ db }: TenantContext, relation: RelationRow): Promise<never> {
  const { fullName, timeZone } = await db
    .selectFrom('staffMember')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['staffMember.fullName', 'regionProfile.timeZone'])
    .where('staffMember.id', '=', relation.madeBy)
    .executeTakeFirstOrThrow()
  throw new Refusal('duplicates:error.relatedAlready', { who: fullName, when: formatMoment(relation.madeAt, timeZone) })
}

/** Notes what one appeal has to do with another; returns the id of the note. */
export async function addRelation(
  ctx: TenantContext,
  relation: {
    readonly appealId: string
    readonly otherId: string
    readonly kind: RelationKind
    readonly reason: string
  },
): Promise<string> {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const id = newId()
  await ctx.db
    .insertInto('appealRelation')
    .values({
      id,
      ...relation,
      madeBy: ctx.principal.id,
      madeAt: ctx.clock.now(),
      endedBy: null,
      endedAt: null,
    })
    .execute()
  return id
}

/** Ends it, with the reason; it stays to be read. */
export async function endRelation(ctx: TenantContext, relationId: string, endReason: string): Promise<void> {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  await ctx.db
    .updateTable('appealRelation')
    .set({ endedBy: ctx.principal.id, endedAt: ctx.clock.now(), endReason })
    .where('id', '=', relationId)
    .execute()
}
