import type { Person } from '#app/core/access/principal.ts'
import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput, Refusal } from '#app/core/errors.ts'
import { ownSignInAllowed } from '#app/features/providers/public.server.ts'

/**
 * Throws where the region lets this person in by its provider alone: InvalidInput on `field`, without one a Refusal. Asked after
 * the person has proved to be themselves: it says something of their roles.
 */
export async function mayEnterByThemselves(ctx: AnyContext, person: Person, field?: string): Promise<void> {
  if (ctx.world !== 'tenant' || (await ownSignInAllowed(ctx, person.roles))) return
  if (field) throw new InvalidInput({ [field]: 'accounts:error.useProvider' })
  throw new Refusal('accounts:error.useProvider')
}
