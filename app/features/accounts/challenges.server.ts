import { createHash, randomBytes } from 'node:crypto'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { ChallengePurpose } from '#db/schema/core.ts'
import type { AnyContext } from '#app/core/context.ts'

interface NewChallenge {
  readonly purpose: ChallengePurpose
  readonly userId: string | null
  readonly seconds: number
}

/** Makes a challenge inside the caller's transaction: 32 random bytes, of which the table keeps a hash alone. */
export async function makeChallenge(ctx: AnyContext, { purpose, userId, seconds }: NewChallenge): Promise<string> {
  const now = ctx.clock.now()
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + seconds * 1000)
  await coreTablesOf(ctx.db)
    .insertInto('authChallenge')
    .values({ id: hashOf(token), purpose, userId, createdAt: now, expiresAt })
    .execute()
  return token
}

/** Uses a challenge up inside the caller's transaction; undefined for one that is used, old or not of this purpose. */
export async function takeChallenge(
  ctx: AnyContext,
  purpose: ChallengePurpose,
  token: string,
): Promise<{ userId: string | null } | undefined> {
  return coreTablesOf(ctx.db)
    .deleteFrom('authChallenge')
    .where('id', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', ctx.clock.now())
    .returning('userId')
    .executeTakeFirst()
}

/** Whom an open challenge waits for, without using it up. */
export async function challengedUser(ctx: AnyContext, purpose: ChallengePurpose, token: string) {
  const found = await coreTablesOf(ctx.db)
    .selectFrom('authChallenge')
    .select('userId')
    .where('id', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', ctx.clock.now())
    .executeTakeFirst()
  return found?.userId ?? undefined
}

/** Ends whatever waits for this person inside the caller's transaction: what it began with holds no more. */
export async function dropChallenges(ctx: AnyContext, userId: string): Promise<void> {
  await coreTablesOf(ctx.db).deleteFrom('authChallenge').where('userId', '=', userId).execute()
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
