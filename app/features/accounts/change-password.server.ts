import { setPassword } from '#app/core/access/accounts.server.ts'
import { refuseWeakPassword } from '#app/core/access/refuse-weak-password.server.ts'
import { endSessions } from '#app/core/access/sessions.server.ts'
import type { PersonContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ChangePassword } from './accounts.schema.ts'
import { dropChallenges } from './challenges.server.ts'
import { confirmPassword } from './confirm-password.server.ts'
import { ownWords } from './person.server.ts'
import { recordOwn } from './record-own.server.ts'

/** Changes the signed-in person's password and ends every other session, and every sign-in that waits for its code. Throws InvalidInput, TooManyTries. */
export async function changePassword(ctx: PersonContext, input: ChangePassword): Promise<void> {
  const { userId, sessionId } = ctx.signedIn
  await refuseWeakPassword(input.password, await ownWords(ctx, userId))
  await confirmPassword(ctx, input.currentPassword)
  const passwordHash = await ctx.identity.hash(input.password)
  await inTransaction(ctx, async (ctx) => {
    await setPassword(ctx, userId, passwordHash)
    await dropChallenges(ctx, userId)
    await endSessions(ctx, userId, sessionId)
    await recordOwn(ctx, { event: 'account.passwordChanged', fields: ['password'] })
  })
}
