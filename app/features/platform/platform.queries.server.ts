import type { ControlDb } from '#db/connect.ts'
import type { PlatformPrincipal } from '#app/core/access/principal.ts'

/** The platform's person behind a signed-in user. */
export async function findPlatformPrincipal(db: ControlDb, userId: string): Promise<PlatformPrincipal | undefined> {
  const person = await db
    .selectFrom('platformPerson')
    .select(['id', 'fullName', 'roles'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  return person && { kind: 'platform', id: person.id, name: person.fullName, roles: person.roles }
}
