import { agencyNames } from '#app/features/agencies/public.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { stepAt, type Step } from './timeline.ts'

/** What was said of whose an appeal is, where its parts were moved, and which links were sent; oldest first of each. */
export async function listShareSteps(ctx: TenantContext, appealId: string, timeZone: string): Promise<Step[]> {
  const { db } = ctx
  const contests = await db
    .selectFrom('contest')
    .innerJoin('assignment', 'assignment.id', 'contest.assignmentId')
    .leftJoin('staffMember', 'staffMember.id', 'contest.decidedBy')
    .select(['contest.id', 'contest.reason', 'contest.contestedName', 'contest.createdAt', 'contest.decision'])
    .select(['contest.decisionReason', 'contest.decidedAt', 'assignment.agencyId', 'staffMember.fullName'])
    .where('contest.appealId', '=', appealId)
    .orderBy('contest.id')
    .execute()
  const redirects = await db
    .selectFrom('redirect')
    .innerJoin('staffMember', 'staffMember.id', 'redirect.decidedBy')
    .select(['redirect.id', 'redirect.reason', 'redirect.createdAt', 'redirect.fromAgencyId', 'redirect.toAgencyId'])
    .select('staffMember.fullName')
    .where('redirect.appealId', '=', appealId)
    .orderBy('redirect.id')
    .execute()
  const links = await db
    .selectFrom('shareLink')
    .innerJoin('assignment', 'assignment.id', 'shareLink.assignmentId')
    .innerJoin('staffMember', 'staffMember.id', 'shareLink.createdBy')
    .select(['shareLink.id', 'shareLink.createdAt', 'shareLink.revokedAt', 'assignment.agencyId'])
    .select('staffMember.fullName')
    .where('assignment.appealId', '=', appealId)
    .orderBy('shareLink.id')
    .execute()
  const ids = [
    ...[...contests, ...links].map(({ agencyId }) => agencyId),
    ...redirects.flatMap(({ fromAgencyId, toAgencyId }) => [fromAgencyId, toAgencyId]),
  ]
  const names = await agencyNames(ctx, [...new Set(ids)])
  const step = (id: string, event: Step['event'], at: Date, agency: string, by: string, note?: string): Step => ({
    id,
    event,
    at: stepAt(at, timeZone),
    agency,
    withdrawn: false,
    by,
    ...(note === undefined ? {} : { note }),
  })
  const nameOf = (id: string) => names[id] ?? ''
  return [
    ...contests.map(({ id, createdAt, agencyId, contestedName, reason }) =>
      step(id, 'contested', createdAt, nameOf(agencyId), contestedName, reason),
    ),
    ...contests.flatMap(({ id, decision, decidedAt, agencyId, fullName, decisionReason }) =>
      decision === 'kept' && decidedAt
        ? [step(`${id}-kept`, 'kept', decidedAt, nameOf(agencyId), fullName ?? '', decisionReason)]
        : [],
    ),
    ...redirects.map(({ id, createdAt, fromAgencyId, toAgencyId, fullName, reason }) =>
      step(id, 'redirected', createdAt, `${nameOf(fromAgencyId)} → ${nameOf(toAgencyId)}`, fullName, reason),
    ),
    ...links.flatMap(({ id, createdAt, revokedAt, agencyId, fullName }) => [
      step(id, 'linkSent', createdAt, nameOf(agencyId), fullName),
      ...(revokedAt ? [step(`${id}-revoked`, 'linkRevoked', revokedAt, nameOf(agencyId), '')] : []),
    ]),
  ]
}
