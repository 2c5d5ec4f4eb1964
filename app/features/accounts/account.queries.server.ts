import type { PersonContext } from '#app/core/context.ts'
import { listPasskeys } from './passkeys.server.ts'
import { recoveryCodesLeft } from './recovery-codes.server.ts'
import { hasSecondFactor } from './second-factor.queries.server.ts'
import { listSessions } from './sessions.server.ts'

/** What the signed-in person sees first of their own account. */
export async function getAccount(ctx: PersonContext) {
  const { person, userId } = ctx.signedIn
  const secondFactor = await hasSecondFactor(ctx, userId)
  return {
    name: person.name,
    /** Platform people choose the language of a page as they go. */
    locale: person.kind === 'staff' ? person.locale : undefined,
    secondFactor,
    codesLeft: secondFactor ? await recoveryCodesLeft(ctx, userId) : undefined,
    passkeys: (await listPasskeys(ctx)).length,
    sessions: (await listSessions(ctx)).length,
  }
}
