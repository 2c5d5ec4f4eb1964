import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import type { LegalKind, Outcome } from '#db/schema/vocabulary.ts'
import { answersPerson } from './share.ts'
import type { ShareRow } from './shares.queries.server.ts'

/**
 * Where a hearing stands that an answer waits for: `notNeeded` where the law demands none, `held` once the person was heard
 * in time or has agreed; else what is still missing.
 */
type HearingStand = 'notNeeded' | 'held' | 'missing' | 'toCome' | 'noProtocol' | 'toldLate'

/** Whether the person must be heard before such an answer. Source: АППК, the right to be heard. */
export const needsHearing = (legalKind: LegalKind, outcome: Outcome | null): boolean =>
  (legalKind === 'application' || legalKind === 'complaint') && (outcome === 'refused' || outcome === 'partlySatisfied')

interface Heard {
  readonly legalKind: LegalKind
}

interface Telling {
  readonly eventId: string | null
  readonly people: number
  readonly timeZone: string
}

/** Where the hearing of a share stands, for an answer with this outcome. */
async function hearingStand(
  ctx: TenantContext,
  { legalKind }: Heard,
  share: ShareRow,
  outcome: Outcome | null,
): Promise<HearingStand> {
  if (!answersPerson(share) || !needsHearing(legalKind, outcome)) return 'notNeeded'
  const hearings = await ctx.db
    .selectFrom('act')
    .innerJoin('actNotice', 'actNotice.actId', 'act.id')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .leftJoin('hearingProtocol', 'hearingProtocol.actId', 'act.id')
    .leftJoin('actObjection', 'actObjection.actId', 'act.id')
    .select(['act.hearsAt', 'actNotice.noticeBy', 'actNotice.toldOn', 'actNotice.eventId'])
    .select(['actNotice.people', 'timeZone'])
    .select(['hearingProtocol.keptAt', 'actObjection.kind as position'])
    .where('act.assignmentId', '=', share.id)
    .where('act.kind', '=', 'hearing')
    .where('act.status', '=', 'signed')
    .orderBy('act.signedAt', 'desc')
    .execute()
  let best: HearingStand = 'missing'
  for (const { hearsAt, noticeBy, toldOn, keptAt, position, ...telling } of hearings) {
    if (position === 'agrees') return 'held'
    const told = toldOn ?? (await toldOnOf(ctx, telling))
    const stand: HearingStand = keptAt
      ? told !== undefined && told <= noticeBy
        ? 'held'
        : 'toldLate'
      : hearsAt && hearsAt > ctx.clock.now()
        ? 'toCome'
        : 'noProtocol'
    if (stand === 'held') return stand
    // The newest says what is missing.
    if (best === 'missing') best = stand
  }
  return best
}

/** The day on which the last of the people was told under this event; undefined while one of them was not. */
async function toldOnOf({ db }: TenantContext, { eventId, people, timeZone }: Telling): Promise<string | undefined> {
  if (eventId === null) return undefined
  const told = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.min('sentAt').filterWhere('state', 'in', ['sent', 'delivered']).as('toldAt'))
    .where('eventId', '=', eventId)
    .groupBy('recipientId')
    .execute()
  const moments = told.flatMap(({ toldAt }) => toldAt ?? [])
  if (moments.length < Math.max(people, told.length)) return undefined
  const last = moments.toSorted((a, b) => a.getTime() - b.getTime()).at(-1)
  return last && wallClockParts(last, timeZone).day
}

/** Throws InvalidInput that says what is missing, where an answer may not be given before the person was heard. */
export async function mustBeHeard(ctx: TenantContext, appeal: Heard, share: ShareRow, outcome: Outcome): Promise<void> {
  const stand = await hearingStand(ctx, appeal, share, outcome)
  if (stand !== 'notNeeded' && stand !== 'held') throw new InvalidInput({ checkHearing: `appeals:hearing.${stand}` })
}

/** The same for the page on which an answer is written or signed; undefined where the law demands no hearing. */
export async function shownHearing(ctx: TenantContext, appeal: Heard, share: ShareRow, outcome: Outcome | null) {
  const stand = await hearingStand(ctx, appeal, share, outcome)
  if (stand === 'notNeeded') return undefined
  return { ok: stand === 'held', term: ctx.t('appeals:hearing.title'), seen: ctx.t(`appeals:hearing.${stand}`) }
}
