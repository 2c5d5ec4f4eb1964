import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { SessionKey } from '#app/core/access/identity.ts'
import type { SignedIn } from '#app/core/access/principal.ts'
import { noteSeen } from '#app/core/access/sessions.server.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { wallClockParts } from '#app/core/i18n/wall-clock.ts'
import { countryZone, needsSecondFactor } from './account.ts'
import { personOf } from './person.server.ts'

type Entering =
  | Pick<TenantContext, 'world' | 'db' | 'clock' | 'write'>
  | Pick<PlatformContext, 'world' | 'db' | 'clock' | 'write'>

/** Who stands behind a session; undefined for one who works here no more. Notes once a day that the session is in use. */
export async function findSignedIn(ctx: Entering, { id, userId }: SessionKey): Promise<SignedIn | undefined> {
  const person = await personOf(ctx, userId)
  if (!person) return undefined
  const session = await coreTablesOf(ctx.db)
    .selectFrom('authSession')
    .leftJoin('authSecondFactor', 'authSecondFactor.userId', 'authSession.userId')
    .select(['authSession.seenOn', 'authSecondFactor.confirmedAt', 'authSecondFactor.demandedAt'])
    .where('authSession.id', '=', id)
    .executeTakeFirst()
  if (!session) return undefined
  const { day } = wallClockParts(ctx.clock.now(), countryZone)
  if (session.seenOn !== day && ctx.write) await ctx.write((db) => noteSeen(db, id, day))
  const wanted = session.demandedAt !== null || needsSecondFactor(person.roles)
  return { sessionId: id, userId, person, secondFactorDue: wanted && !session.confirmedAt }
}
