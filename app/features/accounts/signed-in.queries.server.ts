import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { SignedIn } from '#app/core/access/principal.ts'
import { noteSeen } from '#app/core/access/sessions.server.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { countryZone, needsSecondFactor } from './account.ts'
import { sessionToken } from './account-cookies.server.ts'
import { personOf } from './person.server.ts'

type Entering =
  | Pick<TenantContext, 'world' | 'tenant' | 'origin' | 'secret' | 'db' | 'memory' | 'clock' | 'write'>
  | Pick<PlatformContext, 'world' | 'origin' | 'secret' | 'db' | 'clock' | 'write'>

/**
 * Who comes with this cookie; undefined where its session has ended, or its person works here no more. Notes once a day
 * that the session is in use.
 */
export async function findSignedIn(ctx: Entering, cookieHeader: string | null): Promise<SignedIn | undefined> {
  const token = await sessionToken(ctx, cookieHeader)
  if (token === undefined) return undefined
  const session = await coreTablesOf(ctx.db)
    .selectFrom('authSession')
    .leftJoin('authSecondFactor', 'authSecondFactor.userId', 'authSession.userId')
    .select(['authSession.id', 'authSession.userId', 'authSession.seenOn', 'authSession.provedBy'])
    .select(['authSecondFactor.confirmedAt', 'authSecondFactor.demandedAt'])
    .where('authSession.token', '=', token)
    .where('authSession.expiresAt', '>', ctx.clock.now())
    .executeTakeFirst()
  const person = session && (await personOf(ctx, session.userId))
  if (!person) return undefined
  const { id, userId } = session
  const { day } = wallClockParts(ctx.clock.now(), countryZone)
  if (session.seenOn !== day && ctx.write) await ctx.write((db) => noteSeen(db, id, day))
  const wanted = session.demandedAt !== null || needsSecondFactor(person.roles)
  // The akimat's provider has asked for one in our place.
  const has = session.confirmedAt !== null || session.provedBy === 'providerFactors'
  return { sessionId: id, userId, person, secondFactorDue: wanted && !has }
}
