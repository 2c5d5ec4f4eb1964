import { getAppeal, getShares, hasLeft, isLive } from '#app/features/appeals/public.server.ts'
import { may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { standingSuspension } from './act-rows.queries.server.ts'
import { getAct } from './act-rows.queries.server.ts'
import { factsOf, hearingOf } from './desk-act.queries.server.ts'
import { getMeasures } from './fitting.server.ts'

/** The signed acts of an appeal for whoever follows it, newest first, and what waits for them. Throws NotFound. */
export async function getResidentActs(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId, { action: 'follow' })
  const { book, today } = await getMeasures(ctx)
  const { timeZone } = book.hours
  const rows = await ctx.db
    .selectFrom('act')
    .leftJoin('actObjection', 'actObjection.actId', 'act.id')
    .select(['act.id', 'act.kind', 'act.number', 'act.signedAt', 'act.hearsAt', 'actObjection.kind as position'])
    .where('act.appealId', '=', appealId)
    .where('act.status', '=', 'signed')
    .orderBy('act.id', 'desc')
    .execute()
  const until: string[] = []
  for (const share of (await getShares(ctx, appealId)).filter((one) => isLive(one) && one.role !== 'co')) {
    const standing = await standingSuspension(ctx, share, today)
    if (standing?.untilOn) until.push(standing.untilOn)
  }
  const calls = rows.find(
    ({ hearsAt, position }) =>
      hearsAt && hearsAt > ctx.clock.now() && position !== 'agrees' && appeal.closedAt === null,
  )
  const isAsked = may(ctx.ability, 'object', 'Appeal', appeal) && !(await hasLeft(ctx, appealId))
  const latest = until.toSorted().at(-1)
  return {
    appealId,
    acts: rows.map(({ id, kind, number, signedAt }) => ({
      id,
      kind,
      number: number ?? '',
      at: signedAt ? formatMoment(signedAt, timeZone) : '',
    })),
    call: isAsked && calls?.hearsAt ? { id: calls.id, hearsAt: formatMoment(calls.hearsAt, timeZone) } : undefined,
    suspendedUntil: latest ? formatDay(latest) : '',
    ended: appeal.status === 'terminated' || appeal.status === 'leftUnconsidered' ? appeal.status : undefined,
  }
}

export type ResidentActs = Awaited<ReturnType<typeof getResidentActs>>

/** One signed act for whoever follows the appeal, and whether they may still answer to it: who brought it alone. Throws NotFound. */
export async function getResidentAct(ctx: TenantContext, appealId: string, actId: string) {
  const { appeal, shares, act } = await getAct(ctx, appealId, actId, { action: 'follow' })
  if (act.status !== 'signed' || !act.signedAt) throw new NotFound('Act')
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const share = shares.find(({ id }) => id === act.assignmentId)
  const isOwn = may(ctx.ability, 'object', 'Appeal', appeal)
  const hearing = act.kind === 'hearing' ? await hearingOf(ctx, act, timeZone) : undefined
  return {
    ...factsOf(act, timeZone),
    appealNumber: appeal.number ?? '',
    language: appeal.language,
    signer: `${act.signerName}, ${act.signerPost}, ${formatMoment(act.signedAt, timeZone)}`,
    // What the person said, and what was said at the hearing, is nobody's who only follows the appeal.
    hearing: hearing && (isOwn ? hearing : { ...hearing, said: undefined, protocol: undefined }),
    canSay:
      isOwn &&
      !(await hasLeft(ctx, appealId)) &&
      hearing !== undefined &&
      hearing.isOpen &&
      hearing.said === undefined &&
      share !== undefined &&
      isLive(share),
  }
}

export type ResidentAct = Awaited<ReturnType<typeof getResidentAct>>
