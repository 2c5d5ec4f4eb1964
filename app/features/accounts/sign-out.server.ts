import { endSession, endSessions } from '#app/core/access/sessions.server.ts'
import type { AnyContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { noSessionCookie } from './account-cookies.server.ts'
import { recordOwn } from './record-own.server.ts'

/** Ends this browser's session, or every session of the person: the cookie that takes the session's away. */
export async function signOut(ctx: AnyContext, everywhere: boolean): Promise<Headers> {
  const { signedIn } = ctx
  if (signedIn) {
    const { userId, sessionId } = signedIn
    await inTransaction({ ...ctx, signedIn }, async (ctx) => {
      if (everywhere) await endSessions(ctx, userId)
      else await endSession(ctx, userId, sessionId)
      await recordOwn(ctx, {
        event: everywhere ? 'account.signedOutEverywhere' : 'account.signedOut',
        refs: { sessionId },
      })
    })
  }
  return new Headers({ 'Set-Cookie': await noSessionCookie(ctx) })
}
