import { findAnsweringAgency, findAssignableAgency } from '#app/features/agencies/public.server.ts'
import { keepChoice } from '#app/features/routing/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { appealAllows } from './appeal.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import { giveShare } from './give-share.server.ts'
import { settleAppeal } from './settle-appeal.server.ts'
import { clocksNow } from './share-clocks.server.ts'
import { holdersOf, isLive, ofLastRound } from './share.ts'
import { getShares } from './shares.queries.server.ts'
import type { SplitAppeal } from './shares.schema.ts'

/**
 * Splits an appeal over several bodies, beside those that have it: one lead of the akimat answers the person, other local
 * bodies answer the lead, and what belongs to a body that is not the akimat's is forwarded to it, with a clock of its own.
 * The person is told at once where the parts went (АППК: each part to its body, within three working days).
 * Throws NotFound, ForbiddenError, InvalidInput, Refusal where another was faster or the appeal is past it.
 */
export function splitAppeal(ctx: TenantContext, id: string, input: SplitAppeal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'assign', 'Appeal', appeal)
    authorize(ctx.ability, 'forward', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, input.version)
    if (!appealAllows('split', appeal)) throw new Refusal('appeals:error.notAssignable')
    const shares = await getShares(ctx, id)
    const { lead, parts } = await bodiesOf(ctx, input)
    const holders = holdersOf(ofLastRound(shares))
    const given = [...(lead ? [lead] : []), ...parts.map(({ body }) => body)]
    if (given.some((body) => holders.includes(body.id))) throw new Refusal('appeals:error.assignedAlready')
    const hasLead = shares.some((share) => share.role === 'lead' && isLive(share))
    if (lead && hasLead) throw new Refusal('appeals:error.leadAlready')
    const needsLead = holders.length === 0 || parts.some(({ body }) => body.level === 'local')
    if (!lead && !hasLead && needsLead) throw new InvalidInput({ lead: 'appeals:error.leadMissing' })

    const clock = await clocksNow(ctx, appeal, shares)
    const leading = lead && { body: lead, id: await giveShare(ctx, id, { body: lead, role: 'lead', ...clock('lead') }) }
    for (const { body, part } of parts) {
      const role = body.level === 'local' ? 'co' : 'own'
      await giveShare(ctx, id, { body, role, part, ...clock(role), files: input.files })
    }
    await settleAppeal(ctx, appeal)
    await keepChoice(
      ctx,
      id,
      input.suggested,
      given.map((body) => body.id),
    )
    if (leading)
      await record(ctx, {
        event: 'appeal.assigned',
        subjectKind: 'appeal',
        subjectId: id,
        fields: ['status', 'agencyIds'],
        refs: { agencyId: leading.body.id, assignmentId: leading.id },
        facts: { agency: leading.body.slug, level: leading.body.level },
      })
    await record(ctx, {
      event: 'appeal.split',
      subjectKind: 'appeal',
      subjectId: id,
      fields: ['status', 'agencyIds', 'dueOn'],
      facts: { parts: parts.length },
    })
  })
}

/** The bodies that a split names. Throws NotFound for one that is none, or is no body of the akimat and should lead. */
async function bodiesOf(ctx: TenantContext, input: SplitAppeal) {
  const lead = input.lead ? await findAssignableAgency(ctx, input.lead) : undefined
  if (input.lead && !lead) throw new NotFound('Agency')
  const parts = []
  for (const { agencyId, part } of input.parts) {
    const body = await findAnsweringAgency(ctx, agencyId)
    if (!body) throw new NotFound('Agency')
    parts.push({ body, part })
  }
  return { lead, parts }
}
