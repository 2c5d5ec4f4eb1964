import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { Proof } from '#db/schema/core.ts'
import type { Person } from '#app/core/access/principal.ts'
import { endSession, openSession } from '#app/core/access/sessions.server.ts'
import type { AnyContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { newId } from '#app/core/ids.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { deviceCookie, deviceIds, sessionCookie } from './account-cookies.server.ts'
import { countryZone } from './account.ts'
import { deviceWords } from './device.ts'

/** Somebody who has proved to be themselves. */
interface Arrival {
  readonly userId: string
  readonly person: Person
  readonly provedBy: Proof
}

/**
 * Opens a session: its cookies, and those of the device. A browser without a device of this account becomes one, and a
 * letter goes out. `prove` runs first in the same transaction; what it throws opens nothing.
 */
export async function enter(
  ctx: AnyContext,
  arrival: Arrival,
  request: Request,
  prove: (ctx: AnyContext) => Promise<void> = async () => undefined,
): Promise<Headers> {
  const { userId, person, provedBy } = arrival
  const known = await deviceIds(ctx, request.headers.get('Cookie'))
  const { token, deviceId } = await inTransaction(ctx, async (ctx) => {
    await prove(ctx)
    const actor = { ...ctx, principal: person }
    // Its cookie is about to be written over: nobody could end it from here any more.
    if (ctx.signedIn) await endSession(ctx, ctx.signedIn.userId, ctx.signedIn.sessionId)
    const deviceId = (await seeDevice(ctx, userId, known)) ?? (await addDevice(actor, userId, request))
    const session = await openSession(ctx, { userId, deviceId, provedBy })
    await record(actor, {
      event: 'account.signedIn',
      subjectKind: 'account',
      subjectId: userId,
      refs: { sessionId: session.id, deviceId },
      facts: { provedBy },
    })
    return { token: session.token, deviceId }
  })
  const headers = new Headers()
  headers.append('Set-Cookie', await sessionCookie(ctx, token))
  headers.append('Set-Cookie', await deviceCookie(ctx, known, deviceId))
  return headers
}

/** The device of this account among those that the browser says it is, if any. */
export async function findDevice(ctx: AnyContext, userId: string, request: Request): Promise<string | undefined> {
  const known = await deviceIds(ctx, request.headers.get('Cookie'))
  return known.length > 0 ? deviceAmong(ctx, userId, known) : undefined
}

async function deviceAmong(ctx: AnyContext, userId: string, known: readonly string[]): Promise<string | undefined> {
  const device = await coreTablesOf(ctx.db)
    .selectFrom('authDevice')
    .select('id')
    .where('userId', '=', userId)
    .where('id', 'in', known)
    .executeTakeFirst()
  return device?.id
}

async function seeDevice(ctx: AnyContext, userId: string, known: readonly string[]): Promise<string | undefined> {
  const id = known.length > 0 ? await deviceAmong(ctx, userId, known) : undefined
  if (id === undefined) return undefined
  const { day } = wallClockParts(ctx.clock.now(), countryZone)
  await coreTablesOf(ctx.db).updateTable('authDevice').set({ lastSeenOn: day }).where('id', '=', id).execute()
  return id
}

async function addDevice(ctx: AnyContext, userId: string, request: Request): Promise<string> {
  const id = newId()
  const now = ctx.clock.now()
  await coreTablesOf(ctx.db)
    .insertInto('authDevice')
    .values({
      id,
      userId,
      ...deviceWords(request.headers.get('User-Agent')),
      firstSeenAt: now,
      lastSeenOn: wallClockParts(now, countryZone).day,
    })
    .execute()
  await record(ctx, {
    event: 'account.signedInFromNewDevice',
    subjectKind: 'device',
    subjectId: id,
    refs: { userId },
  })
  return id
}
