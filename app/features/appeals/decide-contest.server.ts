import { findAnsweringAgency, type AnsweringBody } from '#app/features/agencies/public.server.ts'
import { getTermBook, workingDaysUntil } from '#app/features/calendars/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ShareRole } from '#db/schema/vocabulary.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
import { giveShare } from './give-share.server.ts'
import { moveShare, settleAppeal } from './settle-appeal.server.ts'
import { clocksNow } from './share-clocks.server.ts'
import { holdersOf, isLive, ofLastRound, shareAllows, type ShareAct } from './share.ts'
import { getShares, shareOf, type ShareRow } from './shares.queries.server.ts'
import type { KeepShare, RedirectShare } from './shares.schema.ts'

/**
 * Decides that a contested share is its body's after all, and why; the body goes on where it was.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or nothing is contested.
 */
export function keepShare(ctx: TenantContext, id: string, input: KeepShare): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, share } = await undecided(ctx, id, input, 'keep')
    await decide(ctx, share, 'kept', input.why)
    await moveShare(ctx, share, 'open')
    await settleAppeal(ctx, appeal)
    await record(ctx, {
      event: 'share.kept',
      subjectKind: 'share',
      subjectId: share.id,
      fields: ['status', 'decisionReason'],
      refs: { appealId: id, agencyId: share.agencyId },
    })
  })
}

/**
 * Takes a share from a body that it is not for and gives it to the right one. Why and what it cost goes into the ledger,
 * which suggests where the next such appeal goes. Forwarding tells the person at once.
 * Throws NotFound, ForbiddenError, Refusal where another was faster, or the right body has a share already.
 */
export function redirectShare(ctx: TenantContext, id: string, input: RedirectShare): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { appeal, shares, share } = await undecided(ctx, id, input, 'redirect')
    const body = await findAnsweringAgency(ctx, input.toAgency)
    if (!body) throw new NotFound('Agency')
    if (holdersOf(ofLastRound(shares)).includes(body.id)) throw new Refusal('appeals:error.assignedAlready')
    const role = roleAfter(shares, share, body)
    const others = shares.filter((other) => other.id !== share.id)
    const clock = await clocksNow(ctx, appeal, share.role === 'lead' ? shares : others)
    if (share.status === 'contested') await decide(ctx, share, 'redirected', input.why)
    await moveShare(ctx, share, 'redirected')
    const files = await filesOf(ctx, share)
    const assignmentId = await giveShare(ctx, id, { body, role, part: share.part, ...clock(role), files })
    const { shares: after } = await settleAppeal(ctx, appeal)
    const ledger = await enterLedger(ctx, appeal, share, body, input.why)
    await record(ctx, {
      event: 'share.redirected',
      subjectKind: 'share',
      subjectId: share.id,
      fields: ['status', 'decisionReason'],
      refs: { appealId: id, agencyId: share.agencyId, toAgencyId: body.id, redirectId: ledger.id },
      facts: { to: body.slug, daysLost: ledger.daysLost },
    })
    const isWhole = holdersOf(ofLastRound(after)).length === 1
    await record(ctx, {
      event: role === 'own' ? (isWhole ? 'appeal.forwarded' : 'appeal.partForwarded') : 'appeal.assigned',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'agencyIds', 'dueOn'],
      refs: { agencyId: body.id, assignmentId },
      facts: { agency: body.slug, level: body.level },
    })
  })
}

async function undecided(
  ctx: TenantContext,
  id: string,
  { version, assignmentId }: { version: number; assignmentId: string },
  act: ShareAct & ('keep' | 'redirect'),
) {
  const appeal = await getAppeal(ctx, id, { lock: true })
  authorize(ctx.ability, 'decide', 'Appeal', appeal)
  await mustBeFresh(ctx, appeal, version)
  if (!appealAllows('decide', appeal)) throw new Refusal('appeals:error.notNow')
  const shares = await getShares(ctx, id)
  const share = shareOf(shares, assignmentId)
  if (!shareAllows(act, share)) throw new Refusal('appeals:error.notDecidable')
  return { appeal, shares, share }
}

/** Who takes over from a lead leads, and who is no body of the akimat answers by itself. */
function roleAfter(shares: readonly ShareRow[], share: ShareRow, body: AnsweringBody): ShareRole {
  const others = ofLastRound(shares).filter((other) => other.id !== share.id && other.withdrawnAt === null)
  if (body.level !== 'local') {
    if (share.role === 'lead' && others.some(({ role }) => role === 'co'))
      throw new Refusal('appeals:error.leadMustBeLocal')
    return 'own'
  }
  if (share.role !== 'own') return share.role
  return others.some((other) => other.role === 'lead' && isLive(other)) ? 'co' : 'lead'
}

async function decide(ctx: TenantContext, share: ShareRow, decision: 'kept' | 'redirected', why: string) {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  await ctx.db
    .updateTable('contest')
    .set({ decision, decidedBy: ctx.principal.id, decisionReason: why, decidedAt: ctx.clock.now() })
    .where('assignmentId', '=', share.id)
    .where('decidedAt', 'is', null)
    .execute()
}

async function filesOf({ db }: TenantContext, share: ShareRow): Promise<string[]> {
  const rows = await db.selectFrom('shareFile').select('attachmentId').where('assignmentId', '=', share.id).execute()
  return rows.map(({ attachmentId }) => attachmentId)
}

/** Notes that a share had gone to the wrong body, and how many working days that cost. */
async function enterLedger(
  ctx: TenantContext,
  appeal: AppealRow,
  share: ShareRow,
  body: AnsweringBody,
  reason: string,
) {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const { calendar, hours } = await getTermBook(ctx)
  const now = ctx.clock.now()
  const [from, to] = [share.assignedAt, now].map((at) => wallClockParts(at, hours.timeZone).day)
  const entry = {
    id: newId(),
    appealId: appeal.id,
    fromAgencyId: share.agencyId,
    toAgencyId: body.id,
    categoryId: appeal.categoryId,
    reason,
    daysLost: workingDaysUntil(calendar, from ?? '', to ?? ''),
    decidedBy: ctx.principal.id,
    createdAt: now,
  }
  await ctx.db.insertInto('redirect').values(entry).execute()
  return entry
}
