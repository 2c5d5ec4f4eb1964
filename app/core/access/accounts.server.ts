import type { ControlDb, TenantDb } from '#db/connect.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '../context.ts'
import { newId } from '../ids.ts'

/** A new account: who it is for, and a hash from `Identity.hash`. */
export interface NewAccount {
  readonly email: string
  readonly name: string
  /** None for who signs in by the akimat's provider alone; a mailed link sets one later. */
  readonly passwordHash: string | null
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

/** How an issuer's people are told apart from others' in the table of accounts. */
const providerOf = (issuer: string) => `oidc:${issuer}`

/** Whose account this is by an issuer's word for a person. */
export async function calledUser(ctx: AnyContext, issuer: string, subject: string): Promise<string | undefined> {
  const found = await coreTablesOf(ctx.db)
    .selectFrom('authAccount')
    .select('userId')
    .where('providerId', '=', providerOf(issuer))
    .where('accountId', '=', subject)
    .executeTakeFirst()
  return found?.userId
}

/** The account of an address; `calledAlready` where this issuer has a word for it. */
export async function userOfEmail(
  ctx: AnyContext,
  issuer: string,
  email: string,
): Promise<{ id: string; calledAlready: boolean } | undefined> {
  const found = await coreTablesOf(ctx.db)
    .selectFrom('authUser')
    .leftJoin('authAccount', (join) =>
      join.onRef('authAccount.userId', '=', 'authUser.id').on('authAccount.providerId', '=', providerOf(issuer)),
    )
    .select(['authUser.id', 'authAccount.id as called'])
    .where('authUser.email', '=', email)
    .executeTakeFirst()
  return found && { id: found.id, calledAlready: found.called !== null }
}

/** Notes inside the caller's transaction that an issuer calls this account so; false where it is another's already. */
export async function callUser(ctx: AnyContext, userId: string, issuer: string, subject: string): Promise<boolean> {
  const now = ctx.clock.now()
  const called = await coreTablesOf(ctx.db)
    .insertInto('authAccount')
    .values({
      id: newId(),
      accountId: subject,
      providerId: providerOf(issuer),
      userId,
      password: null,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doNothing())
    .executeTakeFirst()
  return called.numInsertedOrUpdatedRows === 1n
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
export async function dropResets(db: TenantDb | ControlDb, userId: string): Promise<void> {
  await coreTablesOf(db)
    .deleteFrom('authVerification')
    .where('value', '=', userId)
    .where('identifier', 'like', `${resetPrefix}%`)
    .execute()
}
