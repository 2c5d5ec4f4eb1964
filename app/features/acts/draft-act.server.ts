import { appealAllows, shareOf, type AppealRow, type ShareRow } from '#app/features/appeals/public.server.ts'
import { getAppeal, getShares } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ActKind } from '#db/schema/vocabulary.ts'
import { actAllows, isOfShare, shareOpenTo } from './act.ts'
import { getAct, mustBeSameAct, standingSuspension } from './act-rows.queries.server.ts'
import type { DraftAct } from './acts.schema.ts'
import { getMeasures, problemsOf, wordsOf, type ActWords, type Measures } from './fitting.server.ts'

/**
 * Prepares an act on an appeal or on one body's share; somebody else approves and signs it. The same form makes one draft.
 * Resolves with the id of the act. Throws NotFound, ForbiddenError, InvalidInput where the law or the gate stops it, Refusal
 * where the appeal is past it or such an act is being prepared.
 */
export function draftAct(ctx: TenantContext, appealId: string, input: DraftAct): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    const shares = await getShares(ctx, appealId)
    const share = 'assignmentId' in input ? shareOf(shares, input.assignmentId) : undefined
    authorize(ctx.ability, 'draft', 'Act', { agencyId: share?.agencyId ?? null })
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const { submissionKey } = input
    const done = await ctx.db
      .selectFrom('act')
      .select('id')
      .where('submissionKey', '=', submissionKey)
      .executeTakeFirst()
    if (done) return done.id
    const measures = await getMeasures(ctx)
    const endsActId = await mustBeOpen(ctx, measures, appeal, share, input.kind)
    await mustBeAlone(ctx, appeal, share, input.kind)
    const words = await fittingWords(ctx, measures, appeal, share, input)
    const id = newId()
    await ctx.db
      .insertInto('act')
      .values({
        id,
        appealId,
        assignmentId: share?.id ?? null,
        agencyId: share?.agencyId ?? null,
        status: 'drafted',
        ...words,
        fromOn: null,
        endsActId,
        submissionKey,
        draftedBy: ctx.principal.id,
        draftedAt: ctx.clock.now(),
        ...unsigned,
      })
      .execute()
    await record(ctx, {
      event: 'act.drafted',
      subjectKind: 'act',
      subjectId: id,
      fields: ['kind', 'ground', 'text'],
      refs: { appealId, ...(share ? { assignmentId: share.id } : {}) },
      facts: { kind: input.kind, ground: input.ground },
    })
    return id
  })
}

/**
 * Writes a draft anew, before anybody has approved it. Throws NotFound, ForbiddenError, InvalidInput, Refusal where another
 * was faster or it is approved.
 */
export function redraftAct(
  ctx: TenantContext,
  appealId: string,
  actId: string,
  input: DraftAct & { readonly version: number },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, shares, act } = await getAct(ctx, appealId, actId, { lock: true })
    authorize(ctx.ability, 'draft', 'Act', act)
    await mustBeSameAct(ctx, act, input.version)
    if (!actAllows('redraft', act) || act.kind !== input.kind) throw new Refusal('acts:error.notNow')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const share = act.assignmentId ? shareOf(shares, act.assignmentId) : undefined
    const measures = await getMeasures(ctx)
    await mustBeOpen(ctx, measures, appeal, share, act.kind)
    const words = await fittingWords(ctx, measures, appeal, share, input)
    // Whoever wrote last is the one who must not approve it.
    await ctx.db
      .updateTable('act')
      .set({
        ...words,
        returnReason: '',
        draftedBy: ctx.principal.id,
        draftedAt: ctx.clock.now(),
        version: act.version + 1,
      })
      .where('id', '=', actId)
      .execute()
    await record(ctx, {
      event: 'act.redrafted',
      subjectKind: 'act',
      subjectId: actId,
      fields: ['ground', 'text'],
      refs: { appealId },
    })
  })
}

const unsigned = {
  approvedBy: null,
  approvedAt: null,
  signedBy: null,
  signerName: null,
  signerPost: null,
  signedAt: null,
  number: null,
  signatureMethod: null,
  contentHash: null,
}

async function fittingWords(
  ctx: TenantContext,
  measures: Measures,
  appeal: AppealRow,
  share: ShareRow | undefined,
  input: DraftAct,
): Promise<ActWords> {
  const words = await wordsOf(ctx, measures, input)
  const problems = await problemsOf(ctx, measures, { appeal, share, words })
  if (Object.keys(problems).length > 0) throw new InvalidInput(problems)
  return words
}

/**
 * Throws a Refusal where the appeal or the share is past an act of this kind. Resolves with the suspension that a resumption
 * ends; null for any other act.
 */
export async function mustBeOpen(
  ctx: TenantContext,
  { today }: Measures,
  appeal: AppealRow,
  share: ShareRow | undefined,
  kind: ActKind,
): Promise<string | null> {
  if (!isOfShare(kind)) {
    if (!appealAllows('end', appeal)) throw new Refusal('acts:error.notNow')
    return null
  }
  if (!share) throw new NotFound('Assignment')
  const suspension = await standingSuspension(ctx, share, today)
  const now = { ...share, suspended: suspension !== undefined, overdue: share.dueAt < ctx.clock.now() }
  if (!shareOpenTo(kind, now)) throw new Refusal('acts:error.notNow')
  return kind === 'resumption' ? (suspension?.id ?? null) : null
}

/** Throws a Refusal where an act of this kind is prepared already, or one that ends the appeal. */
async function mustBeAlone(ctx: TenantContext, appeal: AppealRow, share: ShareRow | undefined, kind: ActKind) {
  const other = await ctx.db
    .selectFrom('act')
    .select('id')
    .where('appealId', '=', appeal.id)
    .where('status', 'in', ['drafted', 'approved'])
    .where((act) =>
      share ? act.and([act('assignmentId', '=', share.id), act('kind', '=', kind)]) : act('assignmentId', 'is', null),
    )
    .executeTakeFirst()
  if (other) throw new Refusal('acts:error.draftedAlready')
}
