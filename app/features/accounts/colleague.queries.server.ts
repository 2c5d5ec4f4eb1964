import { coreTablesOf } from '#db/sql/core-tables.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { AnyContext, TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { hasSecondFactor } from './second-factor.queries.server.ts'

/** What a person has beside the password. */
export interface BesidePassword {
  /** Codes of an app are asked for. */
  readonly app: boolean
  readonly passkeys: number
}

/** What of an account's second factor there is to take away. */
export async function besidePassword(ctx: AnyContext, userId: string): Promise<BesidePassword> {
  const { passkeys } = await coreTablesOf(ctx.db)
    .selectFrom('authPasskey')
    .select((of) => of.fn.countAll<string>().as('passkeys'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return { app: await hasSecondFactor(ctx, userId), passkeys: Number(passkeys) }
}

/** The same of a colleague. Throws ForbiddenError, NotFound. */
export async function colleagueHas(ctx: TenantContext, staffMemberId: string): Promise<BesidePassword> {
  const { userId } = await getColleague(ctx, staffMemberId)
  return besidePassword(ctx, userId)
}

/**
 * A colleague whose second factor the asker may take away; `lock` keeps them from being retired meanwhile. Throws
 * ForbiddenError, for oneself too, and NotFound for one who works here no more.
 */
export async function getColleague(ctx: TenantContext, staffMemberId: string, { lock = false } = {}) {
  authorize(ctx.ability, 'resetSecondFactor', 'StaffMember')
  const member = await ctx.db
    .selectFrom('staffMember')
    .select(['id', 'fullName', 'userId'])
    .where('id', '=', staffMemberId)
    .where('retiredAt', 'is', null)
    .$if(lock, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  if (!member) throw new NotFound('StaffMember')
  authorize(ctx.ability, 'resetSecondFactor', 'StaffMember', member)
  return member
}
