import { randomBytes } from 'node:crypto'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal, mustBeFresh } from './appeals.queries.server.ts'
import { shareAllows } from './share.ts'
import { getShares, shareOf } from './shares.queries.server.ts'
import type { OfShare } from './shares.schema.ts'

interface Linked {
  readonly id: string
  readonly appealId: string
  readonly agencyId: string
}

const day = 86_400_000

/** Sends a link for a share whose body has nobody that signs in here, inside the caller's transaction. */
export async function sendLinkWhereNeeded(ctx: TenantContext, share: Linked): Promise<void> {
  const someone = await ctx.db
    .selectFrom('staffMember')
    .select('id')
    .where('agencyId', '=', share.agencyId)
    .where('retiredAt', 'is', null)
    .where((is) => is('roles', '&&', is.val(['clerk', 'agencyHead'])))
    .limit(1)
    .executeTakeFirst()
  if (!someone) await makeLink(ctx, share)
}

/**
 * Sends a body a new link to its share; the former one opens nothing any more. The answer by it is still one alone.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or the body owes nothing.
 */
export function renewShareLink(ctx: TenantContext, appealId: string, input: OfShare): Promise<void> {
  return onOpenShare(ctx, appealId, input, async (ctx, share) => {
    await revokeLinks(ctx, share.id)
    await makeLink(ctx, share)
  })
}

/**
 * Makes the link to a share open nothing any more; the share stays with its body.
 * Throws NotFound, ForbiddenError, Refusal where another was faster or the body owes nothing.
 */
export function revokeShareLink(ctx: TenantContext, appealId: string, input: OfShare): Promise<void> {
  return onOpenShare(ctx, appealId, input, async (ctx, share) => {
    const [revoked] = await revokeLinks(ctx, share.id)
    if (!revoked) throw new Refusal('appeals:error.noLink')
    await record(ctx, {
      event: 'share.linkRevoked',
      subjectKind: 'share',
      subjectId: share.id,
      fields: ['revokedAt'],
      refs: { appealId },
    })
  })
}

function onOpenShare(
  ctx: TenantContext,
  appealId: string,
  { version, assignmentId }: OfShare,
  work: (ctx: TenantContext, share: Linked) => Promise<void>,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, appealId, { lock: true })
    authorize(ctx.ability, 'forward', 'Appeal', appeal)
    await mustBeFresh(ctx, appeal, version)
    const share = shareOf(await getShares(ctx, appealId), assignmentId)
    if (share.role !== 'own' || !shareAllows('answerByLink', share)) throw new Refusal('appeals:error.noLink')
    await work(ctx, share)
    await ctx.db
      .updateTable('appeal')
      .set({ version: appeal.version + 1, updatedAt: ctx.clock.now() })
      .where('id', '=', appealId)
      .execute()
  })
}

const revokeLinks = ({ db, clock }: TenantContext, assignmentId: string) =>
  db
    .updateTable('shareLink')
    .set({ revokedAt: clock.now() })
    .where('assignmentId', '=', assignmentId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()

async function makeLink(ctx: TenantContext, share: Linked): Promise<void> {
  if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
  const { email } = await ctx.db
    .selectFrom('agency')
    .select('email')
    .where('id', '=', share.agencyId)
    .executeTakeFirstOrThrow()
  const { shareLinkDays } = await ctx.db.selectFrom('regionProfile').select('shareLinkDays').executeTakeFirstOrThrow()
  const now = ctx.clock.now()
  const id = newId()
  await ctx.db
    .insertInto('shareLink')
    .values({
      id,
      assignmentId: share.id,
      salt: randomBytes(12).toString('base64url'),
      sentTo: email,
      createdBy: ctx.principal.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + shareLinkDays * day),
      revokedAt: null,
      usedAt: null,
    })
    .execute()
  await record(ctx, {
    event: 'share.linkSent',
    subjectKind: 'share',
    subjectId: share.id,
    fields: ['sentTo', 'expiresAt'],
    refs: { appealId: share.appealId, linkId: id },
  })
}
