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

/** The hash of the password of an address, and whose it is; undefined where nobody has this address. */
export async function passwordOf(
  db: TenantDb | ControlDb,
  email: string,
): Promise<{ userId: string; hash: string } | undefined> {
  const found = await coreTablesOf(db)
    .selectFrom('authUser')
    .innerJoin('authAccount', 'authAccount.userId', 'authUser.id')
    .select(['authUser.id', 'authAccount.password'])
    .where('authUser.email', '=', email)
    .where('authAccount.providerId', '=', 'credential')
    .executeTakeFirst()
  return found?.password ? { userId: found.id, hash: found.password } : undefined
}

/** Gives a person another password, a hash from `Identity.hash`, inside the caller's transaction. */
export async function setPassword(ctx: AnyContext, userId: string, passwordHash: string): Promise<void> {
  await coreTablesOf(ctx.db)
    .updateTable('authAccount')
    .set({ password: passwordHash, updatedAt: ctx.clock.now() })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute()
  await dropResets(ctx.db, userId)
}

const resetPrefix = 'reset-password:'

/** Whose mailed reset link this is; undefined for a used or old one. */
export async function resetOwner(ctx: AnyContext, token: string, { lock = false } = {}): Promise<string | undefined> {
  const wish = await coreTablesOf(ctx.db)
    .selectFrom('authVerification')
    .select('value')
    .where('identifier', '=', resetPrefix + token)
    .where('expiresAt', '>', ctx.clock.now())
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  return wish?.value
}

/** Ends every way to a new password that was mailed to this person and lies unused. */
async function dropResets(db: TenantDb | ControlDb, userId: string): Promise<void> {
  await coreTablesOf(db)
    .deleteFrom('authVerification')
    .where('value', '=', userId)
    .where('identifier', 'like', `${resetPrefix}%`)
    .execute()
}
