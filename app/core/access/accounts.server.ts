import type { ControlDb, TenantDb } from '#db/connect.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '../context.ts'
import { newId } from '../ids.ts'

/** A new account: who it is for, and a hash from `Identity.hash`. */
export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly passwordHash: string
}

/** Adds an account with a password inside the caller's transaction; its id, or undefined where the address is taken. */
export async function addAccount(ctx: AnyContext, account: NewAccount): Promise<string | undefined> {
  const db = coreTablesOf(ctx.db)
  const now = ctx.clock.now()
  const id = newId()
  const stamps = { createdAt: now, updatedAt: now }
  const added = await db
    .insertInto('authUser')
    .values({ id, name: account.name, email: account.email.toLowerCase(), emailVerified: true, image: null, ...stamps })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return undefined
  await db
    .insertInto('authAccount')
    .values({
      id: newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: account.passwordHash,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      ...stamps,
    })
    .execute()
  return id
}

/** Ends every way to a new password that was mailed to this person and lies unused. */
export async function dropResets(db: TenantDb | ControlDb, userId: string): Promise<void> {
  await coreTablesOf(db)
    .deleteFrom('authVerification')
    .where('value', '=', userId)
    .where('identifier', 'like', 'reset-password:%')
    .execute()
}

/** Ends every session of this person, and every way to a new password: the next request finds nobody signed in. */
export async function endSessions(db: TenantDb | ControlDb, userId: string): Promise<void> {
  await coreTablesOf(db).deleteFrom('authSession').where('userId', '=', userId).execute()
  await dropResets(db, userId)
}
