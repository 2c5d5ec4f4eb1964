import { agencyNames } from '#app/features/agencies/public.server.ts'
import { appealAllows, getAppeal, getShares, isLive, type ShareRow } from '#app/features/appeals/public.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import type { ActKind, ActStatus } from '#db/schema/vocabulary.ts'
import { actKinds, isOfShare, shareOpenTo } from './act.ts'
import { standingSuspension } from './act-rows.queries.server.ts'
import { getMeasures } from './fitting.server.ts'
import { firstTold, watchedActs } from './telling.queries.server.ts'

/** An act as the page of its appeal lists it. */
export interface ListedAct {
  readonly id: string
  readonly kind: ActKind
  readonly status: ActStatus
  /** Empty until it is signed. */
  readonly number: string
  /** Of the signature, or of the draft. */
  readonly at: string
  /** Empty for an act of the centre. */
  readonly agency: string
}

/** The acts of an appeal for its people, and which ones can be made now. Throws NotFound. */
export async function getDeskActs(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const shares = await getShares(ctx, appealId)
  const { book, today } = await getMeasures(ctx)
  const rows = await ctx.db
    .selectFrom('act')
    .select(['id', 'kind', 'status', 'number', 'draftedAt', 'signedAt', 'agencyId', 'assignmentId'])
    .where('appealId', '=', appealId)
    .where('status', '!=', 'discarded')
    .orderBy('id')
    .execute()
  const names = await agencyNames(ctx, [...new Set(shares.map(({ agencyId }) => agencyId))])
  const prepared = (kind: ActKind, share?: ShareRow) =>
    rows.some(
      (act) =>
        act.status !== 'signed' && (share ? act.assignmentId === share.id && act.kind === kind : !act.assignmentId),
    )
  const offers: { readonly share: string; readonly agency: string; readonly kinds: readonly ActKind[] }[] = []
  const suspended: { readonly agency: string; readonly until: string }[] = []
  for (const share of shares.filter((one) => isLive(one) && one.role !== 'co')) {
    const standing = await standingSuspension(ctx, share, today)
    const agency = names[share.agencyId] ?? ''
    if (standing) suspended.push({ agency, until: formatDay(standing.untilOn ?? '') })
    if (!may(ctx.ability, 'draft', 'Act', share)) continue
    const now = { ...share, suspended: standing !== undefined, overdue: share.dueAt < ctx.clock.now() }
    const kinds = actKinds.filter((kind) => isOfShare(kind) && shareOpenTo(kind, now) && !prepared(kind, share))
    if (kinds.length > 0) offers.push({ share: share.id, agency, kinds })
  }
  if (appealAllows('end', appeal) && may(ctx.ability, 'draft', 'Act', { agencyId: null })) {
    const kinds = actKinds.filter((kind) => !isOfShare(kind) && !prepared(kind))
    if (kinds.length > 0) offers.push({ share: '', agency: '', kinds })
  }
  const acts: ListedAct[] = rows.map(({ id, kind, status, number, draftedAt, signedAt, agencyId }) => ({
    id,
    kind,
    status,
    number: number ?? '',
    at: formatMoment(signedAt ?? draftedAt, book.hours.timeZone),
    agency: names[agencyId ?? ''] ?? '',
  }))
  return { appealId, acts, offers, suspended }
}

export type DeskActs = Awaited<ReturnType<typeof getDeskActs>>

/** As many as one page shows. */
const mostShown = 100
/** For how long a late notice is shown: ninety days. */
const lateShown = 90 * 86_400_000

/**
 * What heads and dispatchers have to do: acts that wait for approval or signature, and signed ones whose notice is missing,
 * late or still due. Throws nothing: who may do neither sees two empty lists.
 */
export async function getActsToDo(ctx: TenantContext) {
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const waiting = await ctx.db
    .selectFrom('act')
    .innerJoin('appeal', 'appeal.id', 'act.appealId')
    .innerJoin('staffMember', 'staffMember.id', 'act.draftedBy')
    .leftJoin('assignment', 'assignment.id', 'act.assignmentId')
    .select(['act.id', 'act.appealId', 'act.kind', 'act.status', 'act.draftedAt', 'appeal.number', 'fullName'])
    .where('act.status', 'in', ['drafted', 'approved'])
    .where('appeal.closedAt', 'is', null)
    // Of a share that was answered or went elsewhere nobody signs anything any more.
    .where('assignment.answeredAt', 'is', null)
    .where('assignment.withdrawnAt', 'is', null)
    .where(accessible(ctx.ability, 'approve', 'Act', 'act'))
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .orderBy('act.draftedAt')
    .orderBy('act.id')
    .limit(mostShown)
    .execute()
  const watched = watchedActs(ctx)
    .innerJoin('appeal', 'appeal.id', 'act.appealId')
    .select('appeal.number as appealNumber')
    .where(accessible(ctx.ability, 'watch', 'Act', 'act'))
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .limit(mostShown)
  // What can still be done comes first, the oldest before all; then what was late lately.
  const open = await watched
    .where('actNotice.state', 'in', ['due', 'missing'])
    .orderBy('actNotice.noticeAt')
    .orderBy('actNotice.actId')
    .execute()
  const late = await watched
    .where('actNotice.state', '=', 'late')
    .where('actNotice.noticeAt', '>', new Date(ctx.clock.now().getTime() - lateShown))
    .orderBy('actNotice.noticeAt', 'desc')
    .orderBy('actNotice.actId')
    .execute()
  const untold = [...open, ...late]
  return {
    waiting: waiting.map(({ draftedAt, number, fullName, ...act }) => ({
      ...act,
      number: number ?? '',
      by: fullName,
      at: formatMoment(draftedAt, timeZone),
    })),
    untold: untold
      // Told already, and in time as it seems: the daily look settles it when its day is over.
      .filter((row) => row.state !== 'due' || firstTold(row, timeZone) === undefined)
      .map(({ actId, appealId, kind, number, appealNumber, noticeBy, state }) => ({
        id: actId,
        appealId,
        kind,
        act: number ?? '',
        number: appealNumber ?? '',
        noticeBy: formatDay(noticeBy),
        state,
      })),
    isCapped: [waiting, open, late].some(({ length }) => length === mostShown),
  }
}

export type ActsToDo = Awaited<ReturnType<typeof getActsToDo>>
