import { isLive, shareOf } from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { signatures } from '#app/integrations/signature/signatures.server.ts'
import { getAct } from './act-rows.queries.server.ts'
import type { KeepProtocol } from './acts.schema.ts'

/**
 * Keeps the protocol of a hearing, once it was held: who came, what was said; it is never written again.
 * Throws NotFound, ForbiddenError, Refusal before the hearing, where there is a protocol, or the answer is given.
 */
export function keepProtocol(ctx: TenantContext, appealId: string, actId: string, input: KeepProtocol): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { shares, act } = await getAct(ctx, appealId, actId, { lock: true })
    authorize(ctx.ability, 'draft', 'Act', act)
    if (act.kind !== 'hearing' || act.status !== 'signed' || !act.hearsAt) throw new NotFound('Hearing')
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const now = ctx.clock.now()
    if (now < act.hearsAt) {
      const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
      throw new Refusal('acts:error.notHeardYet', { when: formatMoment(act.hearsAt, timeZone) })
    }
    if (!isLive(shareOf(shares, act.assignmentId ?? ''))) throw new Refusal('acts:error.decidedAlready')
    const kept = await ctx.db
      .selectFrom('hearingProtocol')
      .select('actId')
      .where('actId', '=', actId)
      .executeTakeFirst()
    if (kept) throw new Refusal('acts:error.protocolKept')
    const { id: keptBy, name: keptName } = ctx.principal
    const { contentHash } = signatures.sign({
      parts: [act.number ?? '', input.attendance, input.text],
      signerName: keptName,
      signerPost: '',
      signedAt: now,
    })
    await ctx.db
      .insertInto('hearingProtocol')
      .values({ actId, appealId, ...input, keptBy, keptName, keptAt: now, contentHash })
      .execute()
    await record(ctx, {
      event: 'act.protocolKept',
      subjectKind: 'act',
      subjectId: actId,
      fields: ['attendance', 'text'],
      refs: { appealId },
      facts: { attendance: input.attendance },
    })
  })
}
