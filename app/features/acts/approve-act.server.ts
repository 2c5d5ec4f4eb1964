import { shareOf } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { actAllows, type ActStep } from './act.ts'
import { getAct, mustBeSameAct, type LoadedAct } from './act-rows.queries.server.ts'
import type { OfAct, ReturnAct } from './acts.schema.ts'
import { mustBeOpen } from './draft-act.server.ts'
import { getMeasures, problemsOf } from './fitting.server.ts'

/**
 * Says that an act is right: another person than who drafted it. It is signed after that.
 * Throws NotFound, ForbiddenError, Refusal where another was faster, it is one's own, or it does not fit any more.
 */
export function approveAct(ctx: TenantContext, appealId: string, actId: string, { version }: OfAct): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const loaded = await lockFor(ctx, appealId, actId, version, 'approve', 'approve')
    await mustStillFit(ctx, loaded)
    await ctx.db
      .updateTable('act')
      .set({
        status: 'approved',
        approvedBy: staffOf(ctx),
        approvedAt: ctx.clock.now(),
        returnReason: '',
        version: version + 1,
      })
      .where('id', '=', actId)
      .execute()
    await noteStep(ctx, loaded, 'act.approved', ['status'])
  })
}

/** Gives a draft back to who wrote it, with a reason. Throws NotFound, ForbiddenError, Refusal where another was faster. */
export function returnAct(ctx: TenantContext, appealId: string, actId: string, input: ReturnAct): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const loaded = await lockFor(ctx, appealId, actId, input.version, 'approve', 'return')
    await ctx.db
      .updateTable('act')
      .set({
        status: 'drafted',
        returnReason: input.reason,
        approvedBy: null,
        approvedAt: null,
        version: input.version + 1,
      })
      .where('id', '=', actId)
      .execute()
    await noteStep(ctx, loaded, 'act.returned', ['status', 'returnReason'])
  })
}

/** Puts an act aside that nobody will sign. Throws NotFound, ForbiddenError, Refusal where another was faster. */
export function discardAct(ctx: TenantContext, appealId: string, actId: string, { version }: OfAct): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const loaded = await lockFor(ctx, appealId, actId, version, 'draft', 'discard')
    await ctx.db
      .updateTable('act')
      .set({ status: 'discarded', version: version + 1 })
      .where('id', '=', actId)
      .execute()
    await noteStep(ctx, loaded, 'act.discarded', ['status'])
  })
}

/** Loads an act for a step of its life: may I, is it the same, is it open. Nobody approves or signs what they drafted. */
export async function lockFor(
  ctx: TenantContext,
  appealId: string,
  actId: string,
  version: number,
  action: 'draft' | 'approve' | 'sign',
  step: ActStep,
): Promise<LoadedAct> {
  const loaded = await getAct(ctx, appealId, actId, { lock: true })
  const { act } = loaded
  authorize(ctx.ability, action, 'Act', act)
  await mustBeSameAct(ctx, act, version)
  if (!actAllows(step, act)) throw new Refusal('acts:error.notNow')
  if (action !== 'draft' && act.draftedBy === staffOf(ctx)) throw new Refusal('acts:error.ownDraft')
  return loaded
}

/** Throws a Refusal that says what stands against an act by now. */
export async function mustStillFit(ctx: TenantContext, { appeal, shares, act }: LoadedAct) {
  const measures = await getMeasures(ctx)
  const share = act.assignmentId ? shareOf(shares, act.assignmentId) : undefined
  const endsActId = await mustBeOpen(ctx, measures, appeal, share, act.kind)
  // Another suspension stands by now than the one that was to end.
  if (endsActId !== act.endsActId) throw new Refusal('acts:error.notNow')
  const [problem] = Object.values(await problemsOf(ctx, measures, { appeal, share, words: act }))
  if (problem) throw new Refusal(problem.key, problem.values)
  return { measures, share }
}

/** The staff member who asks. Throws NotFound for anybody else. */
export function staffOf({ principal }: TenantContext): string {
  if (principal.kind !== 'staff') throw new NotFound('StaffMember')
  return principal.id
}

const noteStep = (ctx: TenantContext, { act }: LoadedAct, event: string, fields: readonly string[]) =>
  record(ctx, {
    event,
    subjectKind: 'act',
    subjectId: act.id,
    fields,
    refs: { appealId: act.appealId },
    facts: { kind: act.kind },
  })
