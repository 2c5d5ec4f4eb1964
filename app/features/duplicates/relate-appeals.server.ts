import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { RelateAppeals, UnrelateAppeals } from './duplicates.schema.ts'
import { addRelation, alreadyRelated, endRelation, findRelation, lockToRelate } from './relations.server.ts'

/**
 * Says that an appeal has to do with another one: that both are related, or that it repeats the other. It changes nothing else of
 * either. Throws NotFound, ForbiddenError, Refusal where another was faster, or they are one and the same.
 */
export function relateAppeals(ctx: TenantContext, id: string, input: RelateAppeals): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, other } = await lockToRelate(ctx, [id, input.otherId])
    const former = await findRelation(ctx, id, input.otherId)
    if (former) await alreadyRelated(ctx, former)
    // A repeat comes after what it repeats.
    if (input.relationKind === 'repeat' && appeal.receivedAt < other.receivedAt)
      throw new Refusal('duplicates:error.repeatEarlier')
    const relationId = await addRelation(ctx, {
      appealId: id,
      otherId: other.id,
      kind: input.relationKind,
      reason: input.relateReason,
    })
    for (const [subjectId, otherId] of [
      [id, other.id],
      [other.id, id],
    ] as const)
      await record(ctx, {
        event: 'appeal.linked',
        subjectKind: 'appeal',
        subjectId,
        fields: ['kind', 'reason'],
        refs: { otherId, relationId },
        facts: { kind: input.relationKind },
      })
  })
}

/**
 * Takes back that two appeals have to do with each other; a merged one is parted by `unmergeAppeals`. Throws NotFound,
 * ForbiddenError, Refusal where nothing was said of them, or another was faster.
 */
export function unrelateAppeals(ctx: TenantContext, id: string, input: UnrelateAppeals): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { other } = await lockToRelate(ctx, [id, input.otherId])
    const relation = await findRelation(ctx, id, other.id)
    if (!relation || relation.kind === 'merged') throw new Refusal('duplicates:error.notRelated')
    await endRelation(ctx, relation.id, input.endReason)
    for (const [subjectId, otherId] of [
      [id, other.id],
      [other.id, id],
    ] as const)
      await record(ctx, {
        event: 'appeal.unlinked',
        subjectKind: 'appeal',
        subjectId,
        fields: ['endReason'],
        refs: { otherId, relationId: relation.id },
      })
  })
}
