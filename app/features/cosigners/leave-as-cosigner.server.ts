import {
  endWhenNobodyIsLeft,
  getAppeal,
  lockWithWhole,
  mustBeOpenToPerson,
} from '#app/features/appeals/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { RemoveCosigner } from './cosigners.schema.server.ts'

/**
 * Takes a co-signer's own signature back. The appeal goes on for the others; with the last person it ends. Once, however
 * often the same page is sent. Throws NotFound, ForbiddenError, Refusal where the appeal was answered or withdrawn before.
 */
export function leaveAsCosigner(ctx: TenantContext, cosignerId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'leave', 'Cosigner', { id: cosignerId })
    const { appealId } = await find(ctx, cosignerId)
    const { whole } = await lockWithWhole(ctx, appealId)
    const cosigner = await find(ctx, cosignerId)
    if (cosigner.leftAt) return
    await mustBeOpenToPerson(ctx, 'withdraw', whole)
    await leave(ctx, cosigner, whole, null, '')
  })
}

/**
 * Notes for a co-signer that they took their signature back, on paper or by word of mouth.
 * Throws NotFound, ForbiddenError, Refusal where they have left already or the appeal is closed.
 */
export function removeCosigner(ctx: TenantContext, appealId: string, input: RemoveCosigner): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.ability, 'cosign', 'Appeal', await getAppeal(ctx, appealId))
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const { whole } = await lockWithWhole(ctx, appealId)
    const cosigner = await find(ctx, input.cosignerId)
    if (cosigner.appealId !== appealId) throw new NotFound('Cosigner')
    if (cosigner.leftAt) throw new Refusal('cosigners:error.leftAlready')
    await mustBeOpenToPerson(ctx, 'withdraw', whole)
    await leave(ctx, cosigner, whole, ctx.principal.id, input.leftReason)
  })
}

async function find({ db }: TenantContext, id: string) {
  const cosigner = await db
    .selectFrom('cosigner')
    .select(['id', 'appealId', 'applicantId', 'leftAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!cosigner) throw new NotFound('Cosigner')
  return cosigner
}

async function leave(
  ctx: TenantContext,
  { id, appealId, applicantId }: Awaited<ReturnType<typeof find>>,
  whole: Awaited<ReturnType<typeof lockWithWhole>>['whole'],
  leftBy: string | null,
  leftReason: string,
): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.updateTable('cosigner').set({ leftAt: now, leftBy, leftReason }).where('id', '=', id).execute()
  await record(ctx, {
    event: 'cosigner.left',
    subjectKind: 'cosigner',
    subjectId: id,
    fields: leftReason ? ['leftAt', 'leftReason'] : ['leftAt'],
    refs: { appealId, recipientId: applicantId },
  })
  await endWhenNobodyIsLeft(ctx, whole, now, { cosignerId: id })
}
