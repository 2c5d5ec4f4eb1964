import { getAppeal } from '#app/features/appeals/public.server.ts'
import { authorize, may } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatMoment } from '#app/core/i18n/format.ts'

/** A legal hold as it is shown: who, since when and why, and the same of its end. */
export interface ShownHold {
  readonly id: string
  readonly reason: string
  readonly by: string
  readonly since: string
  /** Empty while it stands. */
  readonly lifted: string
}

const holdsOf = ({ db }: TenantContext) =>
  db
    .selectFrom('legalHold')
    .innerJoin('staffMember as holder', 'holder.id', 'legalHold.heldBy')
    .leftJoin('staffMember as lifter', 'lifter.id', 'legalHold.liftedBy')
    .innerJoin('regionProfile', (join) => join.onTrue())
    .select(['legalHold.id', 'legalHold.appealId', 'legalHold.reason', 'legalHold.heldAt'])
    .select(['legalHold.liftReason', 'legalHold.liftedAt'])
    .select(['holder.fullName as by', 'lifter.fullName as liftedBy', 'regionProfile.timeZone'])

type HoldRow = Awaited<ReturnType<ReturnType<typeof holdsOf>['execute']>>[number]

const shown = ({ id, reason, heldAt, by, liftReason, liftedAt, liftedBy, timeZone }: HoldRow): ShownHold => ({
  id,
  reason,
  by,
  since: formatMoment(heldAt, timeZone),
  lifted: liftedAt ? [formatMoment(liftedAt, timeZone), liftedBy, liftReason].filter(Boolean).join(' · ') : '',
})

/** Every hold of an appeal, the newest first, and whether the asker may place and lift one. Throws NotFound. */
export async function getHolds(ctx: TenantContext, appealId: string) {
  const appeal = await getAppeal(ctx, appealId)
  const rows = await holdsOf(ctx).where('legalHold.appealId', '=', appealId).orderBy('legalHold.id', 'desc').execute()
  const holds = rows.map(shown)
  return {
    canHold: may(ctx.ability, 'hold', 'Appeal', appeal),
    standing: holds.find(({ lifted }) => lifted === ''),
    past: holds.filter(({ lifted }) => lifted !== ''),
  }
}

export type Holds = Awaited<ReturnType<typeof getHolds>>

/** So many are shown at once. */
const mostShown = 100

/** Every hold that stands, with its appeal's number, for who configures how long things are kept. Throws ForbiddenError. */
export async function listStandingHolds(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'RetentionTerm')
  const rows = await holdsOf(ctx)
    .innerJoin('appeal', 'appeal.id', 'legalHold.appealId')
    .select('appeal.number')
    .where('legalHold.liftedAt', 'is', null)
    .orderBy('legalHold.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({ ...shown(row), number: row.number ?? '' }))
}

/** One hold as it is told to whom it stands against. */
export async function getHold(ctx: TenantContext, id: string) {
  const row = await holdsOf(ctx)
    .innerJoin('appeal', 'appeal.id', 'legalHold.appealId')
    .select('appeal.number')
    .where('legalHold.id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...shown(row), number: row.number ?? '' }
}
