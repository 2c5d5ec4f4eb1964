import { dueAfter, getTermBook } from '#app/features/calendars/public.server.ts'
import { findAnsweringAgency } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound, Refusal } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { getAppeal, mustBeFresh, type AppealRow } from './appeals.queries.server.ts'
import { moveShare, settleAppeal } from './settle-appeal.server.ts'
import { lockByLink, mustBeUsable } from './share-link.server.ts'
import { shareAllows } from './share.ts'
import { getShares, ownShareOf, type ShareRow } from './shares.queries.server.ts'
import type { ContestByLink, ContestShare } from './shares.schema.ts'

/**
 * Says that an appeal, or the part of it, is not one's own agency's, why, and whose it is. A dispatcher decides within a
 * working day; until then nobody answers it.
 * Throws NotFound, ForbiddenError, InvalidInput, Refusal where another was faster or the share is past it.
 */
export function contestShare(ctx: TenantContext, id: string, input: ContestShare): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const appeal = await getAppeal(ctx, id, { lock: true })
    authorize(ctx.ability, 'contest', 'Appeal', appeal)
    const shares = await getShares(ctx, id)
    const share = ownShareOf(ctx, shares)
    await mustBeFresh(ctx, appeal, input.version, { id: share.id, shares })
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    await contest(ctx, appeal, share, { ...input, by: ctx.principal.id, name: ctx.principal.name })
  })
}

/** The same by the link of a body without accounts. Throws NotFound, InvalidInput, Refusal. */
export function contestByLink(ctx: TenantContext, linkId: string, input: ContestByLink): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { link, appeal, share } = await lockByLink(ctx, linkId)
    authorize(ctx.ability, 'contest', 'ShareLink', link)
    // The page was sent twice: it is contested already.
    if (share.status === 'contested') return
    await mustBeUsable(ctx, link)
    const name = `${input.contestName}, ${input.contestPost}`
    await contest(ctx, appeal, share, { ...input, by: null, name }, { linkId })
  })
}

interface Contest {
  readonly reason: string
  readonly rightAgency: string | null
  readonly by: string | null
  readonly name: string
}

async function contest(
  ctx: TenantContext,
  appeal: AppealRow,
  share: ShareRow,
  { reason, rightAgency, by, name }: Contest,
  link: { linkId?: string } = {},
): Promise<void> {
  if (!shareAllows('contest', share)) throw new Refusal('appeals:error.notContestable')
  if (rightAgency === share.agencyId) throw new InvalidInput({ rightAgency: 'appeals:error.rightIsOwn' })
  const right = rightAgency === null ? undefined : await findAnsweringAgency(ctx, rightAgency)
  if (rightAgency !== null && !right) throw new NotFound('Agency')
  const book = await getTermBook(ctx)
  const { contestDays } = await ctx.db.selectFrom('regionProfile').select('contestDays').executeTakeFirstOrThrow()
  const now = ctx.clock.now()
  const due = dueAfter(book, wallClockParts(now, book.hours.timeZone).day, contestDays)
  const contestId = newId()
  await ctx.db
    .insertInto('contest')
    .values({
      id: contestId,
      appealId: appeal.id,
      assignmentId: share.id,
      reason,
      rightAgencyId: right?.id ?? null,
      contestedBy: by,
      contestedName: name,
      createdAt: now,
      decideOn: due.dueOn,
      decideAt: due.dueAt,
      decision: null,
      decidedBy: null,
      decidedAt: null,
    })
    .execute()
  await moveShare(ctx, share, 'contested')
  await settleAppeal(ctx, appeal)
  await record(ctx, {
    event: 'share.contested',
    subjectKind: 'share',
    subjectId: share.id,
    fields: ['status', 'reason'],
    refs: { appealId: appeal.id, contestId, ...(right ? { rightAgencyId: right.id } : {}), ...link },
    facts: right ? { right: right.slug } : {},
  })
}
