import type { AppealStatus } from '#db/schema/vocabulary.ts'
import type { RelationKind } from '#db/schema/people.ts'
import { getAppeal } from '#app/features/appeals/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { listLikely } from './likely.queries.server.ts'

/** What an appeal has to do with another one now. */
export interface Related {
  readonly id: string
  readonly number: string
  readonly status: AppealStatus
  readonly kind: RelationKind
  /** This one repeats the other or was merged into it; else the other way round. */
  readonly isFrom: boolean
  readonly reason: string
  readonly by: string
  readonly at: string
  /** What was written in one that was merged into this one: who answers must know it. */
  readonly text: string
  /** Whether the asker may open it. */
  readonly readable: boolean
}

/**
 * What an appeal has to do with others: what was said of it, for all who read it, and for who may say it what is likely too.
 * Throws NotFound.
 */
export async function getDuplicates(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const canRelate = may(ctx.ability, 'relate', 'Appeal', appeal)
  const related = await listRelated(ctx, appealId)
  const likely = canRelate ? await listLikely(ctx, appeal) : []
  return { canRelate, related, likely: likely.filter(({ id }) => !related.some((one) => one.id === id)) }
}

export type Duplicates = Awaited<ReturnType<typeof getDuplicates>>

async function listRelated(ctx: TenantContext, appealId: string): Promise<Related[]> {
  const relations = await ctx.db
    .selectFrom('appealRelation')
    .innerJoin('staffMember', 'staffMember.id', 'appealRelation.madeBy')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['appealRelation.appealId', 'appealRelation.otherId', 'appealRelation.kind', 'appealRelation.reason'])
    .select(['appealRelation.madeAt', 'staffMember.fullName', 'regionProfile.timeZone'])
    .where('appealRelation.endedAt', 'is', null)
    .where((where) =>
      where.or([where('appealRelation.appealId', '=', appealId), where('appealRelation.otherId', '=', appealId)]),
    )
    .orderBy('appealRelation.id')
    .execute()
  if (relations.length === 0) return []
  const ids = relations.map((one) => (one.appealId === appealId ? one.otherId : one.appealId))
  const others = await ctx.db
    .selectFrom('appeal')
    .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
    .select(['appeal.id', 'appeal.number', 'appeal.status', 'appealText.text'])
    .where('appeal.id', 'in', ids)
    .execute()
  const readable = await ctx.db
    .selectFrom('appeal')
    .select('id')
    .where('id', 'in', ids)
    .where(accessible(ctx.ability, 'read', 'Appeal'))
    .execute()
  return relations.flatMap((relation, at): Related[] => {
    const other = others.find(({ id }) => id === ids[at])
    if (!other) return []
    const isFrom = relation.appealId === appealId
    return [
      {
        id: other.id,
        number: other.number ?? '',
        status: other.status,
        kind: relation.kind,
        isFrom,
        reason: relation.reason,
        by: relation.fullName,
        at: formatMoment(relation.madeAt, relation.timeZone),
        text: relation.kind === 'merged' && !isFrom ? other.text : '',
        readable: readable.some(({ id }) => id === other.id),
      },
    ]
  })
}
