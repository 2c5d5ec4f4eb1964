import { coreTablesOf } from '#db/sql/core-tables.ts'
import { endSession, endSessions } from '#app/core/access/sessions.server.ts'
import type { PersonContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { countryZone } from './account.ts'
import { deviceName } from './device.ts'
import { recordOwn } from './record-own.server.ts'

export interface SessionItem {
  readonly id: string
  readonly device: string
  readonly since: string
  readonly seenOn: string
  /** The one that asks. */
  readonly here: boolean
}

/** The signed-in person's sessions, this one first and then the newest. */
export async function listSessions(ctx: PersonContext): Promise<SessionItem[]> {
  const sessions = await coreTablesOf(ctx.db)
    .selectFrom('authSession')
    .leftJoin('authDevice', 'authDevice.id', 'authSession.deviceId')
    .select(['authSession.id', 'authSession.createdAt', 'authSession.seenOn'])
    .select(['authDevice.browser', 'authDevice.system'])
    .where('authSession.userId', '=', ctx.signedIn.userId)
    .where('authSession.expiresAt', '>', ctx.clock.now())
    .orderBy('authSession.id', 'desc')
    .execute()
  return sessions
    .map(({ id, createdAt, seenOn, browser, system }) => ({
      id,
      device: deviceName({ browser: browser ?? '', system: system ?? '' }, ctx.t('accounts:sessions.unknown')),
      since: formatMoment(createdAt, countryZone),
      seenOn: seenOn ? formatDay(seenOn) : formatMoment(createdAt, countryZone).slice(0, 10),
      here: id === ctx.signedIn.sessionId,
    }))
    .toSorted((a, b) => Number(b.here) - Number(a.here))
}

/**
 * Ends another session of the signed-in person, and forgets its device: the next sign-in there is one from a new device.
 * Throws NotFound where the person has no such session.
 */
export function revokeSession(ctx: PersonContext, sessionId: string): Promise<void> {
  const { userId } = ctx.signedIn
  return inTransaction(ctx, async (ctx) => {
    const devices = await otherDevices(ctx, sessionId)
    if (!(await endSession(ctx, userId, sessionId))) throw new NotFound('Session')
    await forgetDevices(ctx, devices)
    await recordOwn(ctx, { event: 'account.sessionRevoked', refs: { sessionId } })
  })
}

/** Ends every session of the signed-in person but this one, and forgets their devices. */
export function revokeOtherSessions(ctx: PersonContext): Promise<void> {
  const { userId, sessionId } = ctx.signedIn
  return inTransaction(ctx, async (ctx) => {
    const devices = await otherDevices(ctx)
    const ended = await endSessions(ctx, userId, sessionId)
    await forgetDevices(ctx, devices)
    if (ended > 0) await recordOwn(ctx, { event: 'account.otherSessionsRevoked', refs: { keptSessionId: sessionId } })
  })
}

/** Devices of the person's other sessions (of `sessionId` alone where it is given), never the one in hand. */
async function otherDevices(ctx: PersonContext, sessionId?: string): Promise<string[]> {
  const rows = await coreTablesOf(ctx.db)
    .selectFrom('authSession')
    .select(['id', 'deviceId'])
    .where('userId', '=', ctx.signedIn.userId)
    .execute()
  const here = rows.find(({ id }) => id === ctx.signedIn.sessionId)?.deviceId
  const others = rows.filter(({ id }) => (sessionId === undefined ? id !== ctx.signedIn.sessionId : id === sessionId))
  return others.flatMap(({ deviceId }) => (deviceId && deviceId !== here ? [deviceId] : []))
}

async function forgetDevices(ctx: PersonContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await coreTablesOf(ctx.db)
    .deleteFrom('authDevice')
    .where('userId', '=', ctx.signedIn.userId)
    .where('id', 'in', ids)
    .execute()
}
