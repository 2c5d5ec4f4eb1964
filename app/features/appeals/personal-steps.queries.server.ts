import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { stepAt, type Step } from './timeline.ts'

/**
 * Where values of the person who brought an appeal were changed: which, when and by whom; what stood there before and after
 * only for who may correct them. Oldest first.
 */
export async function listPersonalSteps(ctx: TenantContext, appeal: AppealRow, timeZone: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('personalValue')
    .innerJoin('journal', 'journal.id', 'personalValue.eventId')
    .leftJoin('staffMember', 'staffMember.id', 'journal.actorId')
    .select(['personalValue.eventId', 'personalValue.field', 'personalValue.before', 'personalValue.after'])
    .select(['journal.occurredAt', 'staffMember.fullName'])
    .where('personalValue.applicantId', '=', appeal.applicantId)
    .orderBy('personalValue.id')
    .execute()
  const isShown = may(ctx.ability, 'correct', 'Appeal', appeal)
  return [...Map.groupBy(rows, ({ eventId }) => eventId)].flatMap(([id, changes]) => {
    const [first] = changes
    if (!first) return []
    return {
      id,
      event: 'personCorrected' as const,
      at: stepAt(first.occurredAt, timeZone),
      agency: '',
      withdrawn: false,
      by: first.fullName ?? '',
      changes: changes.map(({ field, before, after }) => ({
        field,
        values: isShown ? { before, after } : undefined,
      })),
    }
  })
}
