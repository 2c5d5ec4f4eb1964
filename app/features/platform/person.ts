import type { PlatformRole } from '#db/schema/control.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { SignInNeeded } from '#app/core/errors.ts'

/** Who is at work on a page of the platform, for its frame. Throws SignInNeeded. */
export function personOf({ principal }: PlatformContext): {
  readonly name: string
  readonly roles: readonly PlatformRole[]
} {
  if (principal.kind !== 'platform') throw new SignInNeeded()
  return { name: principal.name, roles: [...principal.roles] }
}
