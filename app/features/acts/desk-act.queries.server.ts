import { randomUUID } from 'node:crypto'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { countedSince, getAppeal, getShares, isLive, shareOf } from '#app/features/appeals/public.server.ts'
import { authorize, may } from '#app/core/access/authorize.ts'
import { signatures } from '#app/integrations/signature/signatures.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { localeNames } from '#app/core/i18n/locales.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { ActKind } from '#db/schema/vocabulary.ts'
import { actAllows, actKinds, groundsOf, isOfShare } from './act.ts'
import { contentOf } from './act-content.server.ts'
import { getAct, type ActRow } from './act-rows.queries.server.ts'
import { earliestHearing, latestExtension } from './act-terms.server.ts'
import { getActTerms } from './act-terms.queries.server.ts'
import { mustBeOpen } from './draft-act.server.ts'
import { getMeasures } from './fitting.server.ts'
import { objectionTerm } from './object-to-act.server.ts'
import { firstTold, watchedActs } from './telling.queries.server.ts'

/** What the form of a new act asks for. Throws NotFound, ForbiddenError, Refusal where such an act is not possible now. */
export async function getNewAct(ctx: TenantContext, appealId: string, wished: string | null, shareId: string | null) {
  const kind = actKinds.find((known) => known === wished)
  if (!kind) throw new NotFound('Act')
  const appeal = await getAppeal(ctx, appealId)
  const shares = await getShares(ctx, appealId)
  const share = isOfShare(kind) ? shareOf(shares, shareId ?? '') : undefined
  authorize(ctx.ability, 'draft', 'Act', { agencyId: share?.agencyId ?? null })
  await mustBeOpen(ctx, await getMeasures(ctx), appeal, share, kind)
  return { ...(await formOf(ctx, appealId, kind, share?.id ?? null)), submissionKey: randomUUID() }
}

export type NewAct = Awaited<ReturnType<typeof getNewAct>>

/** The facts beside the fields of an act's form. */
async function formOf(ctx: TenantContext, appealId: string, kind: ActKind, shareId: string | null) {
  const appeal = await getAppeal(ctx, appealId)
  const share = shareId ? shareOf(await getShares(ctx, appealId), shareId) : undefined
  const { book, today } = await getMeasures(ctx)
  const terms = await getActTerms(ctx, today)
  const receivedOn =
    share?.role === 'own' ? wallClockParts(share.assignedAt, book.hours.timeZone).day : await countedSince(ctx, appeal)
  const names = await agencyNames(ctx, share ? [share.agencyId] : [])
  return {
    appealId,
    number: appeal.number ?? '',
    language: localeNames[appeal.language],
    kind,
    share: shareId ?? '',
    agency: names[share?.agencyId ?? ''] ?? '',
    grounds: [...groundsOf[kind]],
    dueOn: formatDay(share?.dueOn ?? appeal.dueOn),
    latest: formatDay(latestExtension(book, terms, receivedOn)),
    earliest: formatDay(earliestHearing(book, terms, today)),
  }
}

export type ActForm = Awaited<ReturnType<typeof formOf>>

/** One act at work: what it says, who did what, and what this person may do with it now. Throws NotFound. */
export async function getDeskAct(ctx: TenantContext, appealId: string, actId: string) {
  const { appeal, shares, act } = await getAct(ctx, appealId, actId)
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const { principal, ability } = ctx
  const isOwn = principal.kind === 'staff' && principal.id === act.draftedBy
  const share = act.assignmentId ? shareOf(shares, act.assignmentId) : undefined
  const isOver = appeal.closedAt !== null || (share !== undefined && !isLive(share))
  const can = (action: 'draft' | 'approve' | 'sign') => may(ability, action, 'Act', act)
  const names = await agencyNames(ctx, act.agencyId ? [act.agencyId] : [])
  const told = await tellingOf(ctx, act, timeZone)
  const isHearing = act.kind === 'hearing' && act.status === 'signed'
  const earlier = act.earlierAppealId
    ? await ctx.db.selectFrom('appeal').select('number').where('id', '=', act.earlierAppealId).executeTakeFirst()
    : undefined
  return {
    ...factsOf(act, timeZone),
    version: act.version,
    agency: names[act.agencyId ?? ''] ?? '',
    appealNumber: appeal.number ?? '',
    language: appeal.language,
    earlier: earlier?.number ?? '',
    people: await peopleOf(ctx, act, timeZone),
    returnReason: act.returnReason,
    signature: signatureOf(act),
    told,
    hearing: isHearing ? await hearingOf(ctx, act, timeZone) : undefined,
    form:
      actAllows('redraft', act) && can('draft') && !isOver
        ? await formOf(ctx, appealId, act.kind, act.assignmentId)
        : undefined,
    typed: typedOf(act, timeZone, earlier?.number ?? ''),
    isOwn,
    canApprove: can('approve') && actAllows('approve', act) && !isOwn && !isOver,
    canReturn: can('approve') && actAllows('return', act) && !isOwn && !isOver,
    canSign: can('sign') && actAllows('sign', act) && !isOwn && !isOver,
    canDiscard: can('draft') && actAllows('discard', act),
    canTell: act.status === 'signed' && can('draft') && told?.toldOn === null,
    canKeepProtocol: isHearing && can('draft') && !isOver && (act.hearsAt ?? ctx.clock.now()) <= ctx.clock.now(),
    submissionKey: act.submissionKey,
  }
}

export type DeskAct = Awaited<ReturnType<typeof getDeskAct>>

/** What an act says, ready to be read. */
export const factsOf = (act: ActRow, timeZone: string) => ({
  id: act.id,
  appealId: act.appealId,
  kind: act.kind,
  status: act.status,
  number: act.number ?? '',
  ground: act.ground,
  text: act.text,
  until: act.untilOn ? formatDay(act.untilOn) : '',
  from: act.fromOn ? formatDay(act.fromOn) : '',
  hearsAt: act.hearsAt ? formatMoment(act.hearsAt, timeZone) : '',
  place: act.place ?? '',
})

/** What stands in the fields of a draft. */
function typedOf(act: ActRow, timeZone: string, earlier: string): Readonly<Record<string, string>> {
  const { day, time } = act.hearsAt ? wallClockParts(act.hearsAt, timeZone) : { day: '', time: '' }
  return {
    ground: act.ground,
    text: act.text,
    until: act.untilOn ? formatDay(act.untilOn) : '',
    hearsOn: day && formatDay(day),
    hearsTime: time,
    place: act.place ?? '',
    earlier,
  }
}

/** Who drafted, approved and signed it, and when. */
async function peopleOf({ db }: TenantContext, act: ActRow, timeZone: string) {
  const ids = [act.draftedBy, act.approvedBy].filter((id) => id !== null)
  const rows = await db.selectFrom('staffMember').select(['id', 'fullName']).where('id', 'in', ids).execute()
  const line = (id: string | null, at: Date | null) =>
    id && at ? `${rows.find((row) => row.id === id)?.fullName ?? ''}, ${formatMoment(at, timeZone)}` : ''
  return {
    drafted: line(act.draftedBy, act.draftedAt),
    approved: line(act.approvedBy, act.approvedAt),
    signer: act.signedAt ? `${act.signerName}, ${act.signerPost}, ${formatMoment(act.signedAt, timeZone)}` : '',
  }
}

/** What was signed, held against its signature; undefined before it is signed and once its words are erased. */
function signatureOf(act: ActRow) {
  const { status, text, number, signerName, signerPost, signedAt, signatureMethod, contentHash } = act
  if (status !== 'signed' || text === '') return undefined
  if (!number || !signerName || !signerPost || !signedAt || !signatureMethod || !contentHash) return undefined
  const content = contentOf(act, number, { signerName, signerPost, signedAt })
  return { hash: contentHash, intact: signatures.verify(content, { method: signatureMethod, contentHash }) }
}

async function tellingOf(ctx: TenantContext, act: ActRow, timeZone: string) {
  if (act.status !== 'signed') return undefined
  const row = await watchedActs(ctx).where('actNotice.actId', '=', act.id).executeTakeFirstOrThrow()
  const told = firstTold(row, timeZone)
  const state = row.state === 'due' && told !== undefined ? (told <= row.noticeBy ? 'told' : 'late') : row.state
  return {
    state,
    noticeBy: formatDay(row.noticeBy),
    on: told ? formatDay(told) : '',
    toldOn: row.toldOn,
    way: row.toldWay,
    ref: row.toldRef ?? '',
  }
}

/** What was said before a hearing and at it. */
export async function hearingOf(ctx: TenantContext, act: ActRow, timeZone: string) {
  const said = await ctx.db.selectFrom('actObjection').selectAll().where('actId', '=', act.id).executeTakeFirst()
  const protocol = await ctx.db.selectFrom('hearingProtocol').selectAll().where('actId', '=', act.id).executeTakeFirst()
  const { dueAt } = await objectionTerm(ctx, act)
  return {
    objectUntil: formatMoment(dueAt, timeZone),
    isOpen: dueAt >= ctx.clock.now(),
    said: said && { position: said.kind, text: said.text, at: formatMoment(said.createdAt, timeZone) },
    protocol: protocol && {
      attendance: protocol.attendance,
      text: protocol.text,
      by: `${protocol.keptName}, ${formatMoment(protocol.keptAt, timeZone)}`,
      hash: protocol.contentHash,
    },
  }
}

export type Hearing = Awaited<ReturnType<typeof hearingOf>>
