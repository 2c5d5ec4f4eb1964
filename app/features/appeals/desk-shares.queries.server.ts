import { agencyNames } from '#app/features/agencies/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import type { AppealRow } from './appeals.queries.server.ts'
import { linkStateOf } from './share-link.server.ts'
import { isLive, shareAllows } from './share.ts'
import type { ShareRow } from './shares.queries.server.ts'

/** Who has an appeal or has answered it, where each stands, and what a dispatcher may do about it now. */
export async function getDeskShares(
  ctx: TenantContext,
  appeal: AppealRow,
  assignments: readonly ShareRow[],
  timeZone: string,
) {
  const now = ctx.clock.now()
  const shares = assignments.filter(({ withdrawnAt }) => withdrawnAt === null)
  const links = await latestLinks(ctx, shares)
  const contests = await openContests(ctx, appeal.id)
  const names = await agencyNames(ctx, [
    ...new Set([
      ...shares.map(({ agencyId }) => agencyId),
      ...contests.flatMap(({ rightAgencyId }) => rightAgencyId ?? []),
    ]),
  ])
  const decides = may(ctx.ability, 'decide', 'Appeal', appeal)
  return shares.map((share) => {
    const link = links.get(share.id)
    const contest = contests.find(({ assignmentId }) => assignmentId === share.id)
    return {
      id: share.id,
      agencyId: share.agencyId,
      agency: names[share.agencyId] ?? '',
      kind: share.kind,
      role: share.role,
      status: share.status,
      part: share.part,
      dueOn: formatDay(share.dueOn),
      overdue: isLive(share) && share.dueAt < now,
      link: link && {
        sentTo: link.sentTo ?? '',
        state: linkStateOf(link, now),
        until: formatMoment(link.expiresAt, timeZone),
      },
      contest: contest && {
        reason: contest.reason,
        by: contest.contestedName,
        at: formatMoment(contest.createdAt, timeZone),
        rightId: contest.rightAgencyId ?? '',
        right: names[contest.rightAgencyId ?? ''] ?? '',
        decideBy: formatMoment(contest.decideAt, timeZone),
        late: contest.decideAt < now,
      },
      canKeep: decides && shareAllows('keep', share),
      canRedirect: decides && shareAllows('redirect', share),
      canSendLink: decides && link !== undefined && share.role === 'own' && shareAllows('answerByLink', share),
    }
  })
}

/** The link of each share that counts: the one not revoked, else the last. */
async function latestLinks({ db }: TenantContext, shares: readonly ShareRow[]) {
  const own = shares.filter(({ role }) => role === 'own').map(({ id }) => id)
  if (own.length === 0) return new Map<string, never>()
  const rows = await db.selectFrom('shareLink').selectAll().where('assignmentId', 'in', own).orderBy('id').execute()
  return new Map(rows.map((row) => [row.assignmentId, row]))
}

const openContests = ({ db }: TenantContext, appealId: string) =>
  db
    .selectFrom('contest')
    .select(['assignmentId', 'reason', 'contestedName', 'createdAt', 'rightAgencyId', 'decideAt'])
    .where('appealId', '=', appealId)
    .where('decidedAt', 'is', null)
    .execute()

export type DeskShare = Awaited<ReturnType<typeof getDeskShares>>[number]
