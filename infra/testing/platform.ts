import type { PlatformRole } from '#db/schema/control.ts'
import { addAccount } from '#app/core/access/accounts.server.ts'
import type { PersonContext, PlatformContext } from '#app/core/context.ts'
import { newId } from '#app/core/ids.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { abilityFor } from '#app/abilities.server.ts'
import { addPlatformPerson } from '#app/features/platform/public.server.ts'
import type { TestProduct } from './product.ts'

/** Somebody of the platform, who can ask as such; the platform's clock is the real one. */
export interface PlatformColleague {
  readonly id: string
  readonly userId: string
  readonly password: string
  as<T>(work: (ctx: PlatformContext & PersonContext) => Promise<T>): Promise<T>
}

/** Adds a person of this role to the platform. */
export async function openPlatformColleague(
  { installation }: TestProduct,
  mailbox: string,
  role: PlatformRole,
): Promise<PlatformColleague> {
  const password = `құпия сөз ${mailbox} 42`
  const fullName = 'Сынақ Сынақұлы'
  const job = installation.platformJob()
  const passwordHash = await job.ctx.identity.hash(password)
  const { id, userId } = await inTransaction(job.ctx, async (ctx) => {
    const email = `${mailbox}@platform.example`
    const userId = await addAccount(ctx, { email, name: fullName, passwordHash })
    if (!userId) throw new Error(`${email} is taken`)
    return { id: await addPlatformPerson(ctx, userId, { fullName, roles: [role] }), userId }
  }).finally(job.close)
  const person = { kind: 'platform', id, name: fullName, roles: [role] } as const
  return {
    id,
    userId,
    password,
    as: async (work) => {
      const { ctx, close } = installation.platformJob()
      const signedIn = { sessionId: newId(), userId, person, secondFactorDue: false }
      return work({ ...ctx, principal: person, ability: abilityFor(person), signedIn }).finally(close)
    },
  }
}
