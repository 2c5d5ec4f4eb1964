import type { PlatformRole } from '#db/schema/control.ts'
import type { PlatformContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'

/** Makes an account a person of the platform, inside the caller's transaction; its id. */
export async function addPlatformPerson(
  ctx: PlatformContext,
  userId: string,
  person: { fullName: string; roles: readonly PlatformRole[] },
): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('platformPerson')
    .values({ id, userId, fullName: person.fullName, roles: [...person.roles], createdAt: ctx.clock.now() })
    .execute()
  return id
}
