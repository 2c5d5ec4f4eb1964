import { randomBytes } from 'node:crypto'
import type { ControlDb, TenantDb } from '#db/connect.ts'
import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { Proof } from '#db/schema/core.ts'
import type { AnyContext } from '../context.ts'
import { newId } from '../ids.ts'

/** How long a session lasts, seconds: a working day with its evening. Not drawn out by use: nobody works longer. */
export const sessionSeconds = 12 * 3600

interface NewSession {
  readonly userId: string
  readonly deviceId: string
  readonly provedBy: Proof
}

/** Opens a session inside the caller's transaction; its token goes into the cookie and nowhere else. */
export async function openSession(ctx: AnyContext, session: NewSession): Promise<{ id: string; token: string }> {
  const now = ctx.clock.now()
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  await coreTablesOf(ctx.db)
    .insertInto('authSession')
    .values({
      id,
      ...session,
      token,
      expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
      ipAddress: null,
      userAgent: null,
      createdAt: now,
      updatedAt: now,
      seenOn: null,
    })
    .execute()
  return { id, token }
}

/** Ends one session of a person inside the caller's transaction; false where the person has no such session. */
export async function endSession(ctx: AnyContext, userId: string, sessionId: string): Promise<boolean> {
  const ended = await coreTablesOf(ctx.db)
    .deleteFrom('authSession')
    .where('id', '=', sessionId)
    .where('userId', '=', userId)
    .executeTakeFirst()
  return ended.numDeletedRows === 1n
}

/** Ends every session of a person but `keptId` inside the caller's transaction; how many there were. */
export async function endSessions(ctx: AnyContext, userId: string, keptId?: string): Promise<number> {
  const ended = await coreTablesOf(ctx.db)
    .deleteFrom('authSession')
    .where('userId', '=', userId)
    .$if(keptId !== undefined, (query) => query.where('id', '<>', keptId ?? ''))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Notes on which day a session was last used. */
export async function noteSeen(db: TenantDb | ControlDb, sessionId: string, day: string): Promise<void> {
  await coreTablesOf(db).updateTable('authSession').set({ seenOn: day }).where('id', '=', sessionId).execute()
}
