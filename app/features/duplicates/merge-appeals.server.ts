import {
  absorbAppeal,
  answersPerson,
  endWhenNobodyIsLeft,
  appealAllows,
  getShares,
  isLive,
  listPeople,
  mustBeFresh,
  ofLastRound,
  releaseAppeal,
  suspensionOf,
  type AppealRow,
  type ShareRow,
} from '#app/features/appeals/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { InvalidInput, Refusal } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { MergeAppeals, UnmergeAppeals } from './duplicates.schema.ts'
import { fateField } from './fate.ts'
import { addRelation, endRelation, findRelation, lockToRelate } from './relations.server.ts'

/**
 * Merges another appeal into this one: all who brought or signed either get one answer, by the earlier of both clocks. What
 * becomes of each body's open share in the merged one is said by the form, none ends silently. Appeals that were merged into
 * that one before go on in this one. Throws NotFound, ForbiddenError, InvalidInput where a share has no fate, Refusal where
 * another was faster, or either is past it.
 */
export function mergeAppeals(ctx: TenantContext, survivorId: string, input: MergeAppeals): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal: survivor, other: merged, others: children } = await lockAll(ctx, survivorId, input.otherId)
    await mustBeFresh(ctx, survivor, input.version)
    await mustBeFresh(ctx, merged, input.otherVersion)
    for (const one of [survivor, merged]) {
      if (!appealAllows('merge', one)) throw new Refusal('duplicates:error.notMergeable', { number: one.number ?? '' })
      // Who was answered a part already would be answered twice, or the others never be. What was answered before an appeal
      // was reopened is over.
      const shares = ofLastRound(await getShares(ctx, one.id))
      if (shares.some((share) => share.status === 'answered' && answersPerson(share)))
        throw new Refusal('duplicates:error.partAnswered', { number: one.number ?? '' })
      // Nobody may sign while the clock stands: whoever came with the earlier day would wait past it.
      const until = await suspendedUntil(ctx, shares)
      if (until) throw new Refusal('duplicates:error.suspended', { number: one.number ?? '', day: formatDay(until) })
    }
    const open = (await getShares(ctx, merged.id)).filter(isLive)
    const unsaid = open.filter(({ id }) => !input.fates[id])
    if (unsaid.length > 0)
      throw new InvalidInput(
        Object.fromEntries(unsaid.map(({ id }) => [fateField(id), 'duplicates:error.fateMissing'])),
      )
    for (const { id } of [merged, ...children]) {
      for (const otherId of [survivor.id, merged.id]) {
        const former = await findRelation(ctx, id, otherId)
        if (former) await endRelation(ctx, former.id, input.mergeReason)
      }
      await addRelation(ctx, { appealId: id, otherId: survivor.id, kind: 'merged', reason: input.mergeReason })
    }
    await absorbAppeal(ctx, { survivor, merged, children, fates: input.fates })
  })
}

/**
 * Parts a merged appeal from the one that goes on in its place, as long as that is not answered. It is in the register again, by
 * its own clock; shares that were moved stay where they are. Throws NotFound, ForbiddenError, Refusal where another was
 * faster, the answer went out, or nobody is left whose it would be.
 */
export function unmergeAppeals(ctx: TenantContext, survivorId: string, input: UnmergeAppeals): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal: survivor, other: merged } = await lockToRelate(ctx, [survivorId, input.otherId])
    await mustBeFresh(ctx, survivor, input.version)
    await mustBeFresh(ctx, merged, input.otherVersion)
    if (!appealAllows('unmerge', merged) || merged.mergedInto !== survivor.id)
      throw new Refusal('duplicates:error.notMerged')
    if (!appealAllows('merge', survivor) || (await wasAnsweredWith(ctx, survivor, merged)))
      throw new Refusal('duplicates:error.answered')
    if ((await listPeople(ctx, merged.id)).length === 0) throw new Refusal('duplicates:error.nobodyLeft')
    const relation = await findRelation(ctx, merged.id, survivor.id)
    if (relation) await endRelation(ctx, relation.id, input.unmergeReason)
    await releaseAppeal(ctx, survivor, merged)
    // Who brought the other one may have left it to these people.
    const parted = { ...survivor, version: survivor.version + 1 }
    await endWhenNobodyIsLeft(ctx, parted, ctx.clock.now(), { mergedId: merged.id })
  })
}

/** Until when the clock of one of these shares stands; undefined where all run. */
async function suspendedUntil(ctx: TenantContext, shares: readonly ShareRow[]): Promise<string | undefined> {
  for (const share of shares.filter(isLive)) {
    const until = await suspensionOf(ctx, share)
    if (until) return until
  }
  return undefined
}

/** Whether the answer of the survivor, which was reopened since, was the answer to the merged one too. */
async function wasAnsweredWith({ db }: TenantContext, survivor: AppealRow, merged: AppealRow): Promise<boolean> {
  if (survivor.round === 1 || !merged.closedAt) return false
  const reopened = await db
    .selectFrom('reopening')
    .select('id')
    .where('appealId', '=', survivor.id)
    .where('decision', '=', 'reopened')
    .where('decidedAt', '>=', merged.closedAt)
    .executeTakeFirst()
  return reopened !== undefined
}

/** Both appeals with those that were merged into the one that is merged now, locked in one order with all others. */
async function lockAll(ctx: TenantContext, survivorId: string, mergedId: string) {
  const children = await ctx.db.selectFrom('appeal').select('id').where('mergedInto', '=', mergedId).execute()
  // Others may come or go before the lock: then the version of the merged one has grown, and the form is too old.
  return lockToRelate(
    ctx,
    [survivorId, mergedId],
    children.map(({ id }) => id).filter((id) => id !== survivorId),
  )
}
