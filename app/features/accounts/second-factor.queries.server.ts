import { coreTablesOf } from '#db/sql/core-tables.ts'
import { worldOf, type AnyContext } from '#app/core/context.ts'
import { unseal } from '#app/core/sealed.server.ts'

/** How long a key that was shown waits for its first code, milliseconds. */
const proposalLasts = 3600 * 1000

/** Where a sealed key belongs: moved to another person or region it opens nothing. */
export const placeOf = (ctx: AnyContext, userId: string): readonly string[] => [worldOf(ctx), userId]
export const keyPurpose = 'second-factor'

/** A person's authenticator app as the account pages show it. */
interface SecondFactor {
  readonly on: boolean
  /** A key that was shown and waits for its first code. */
  readonly proposedKey: string | undefined
}

/** Whether codes of an app are asked for at this person's sign-in. */
export async function hasSecondFactor(ctx: AnyContext, userId: string): Promise<boolean> {
  const row = await coreTablesOf(ctx.db)
    .selectFrom('authSecondFactor')
    .select('confirmedAt')
    .where('userId', '=', userId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The person's second factor with its keys as they stand; `lock` keeps two codes from being taken at once. */
export async function readSecondFactor(ctx: AnyContext, userId: string, { lock = false } = {}) {
  const row = await coreTablesOf(ctx.db)
    .selectFrom('authSecondFactor')
    .select(['secret', 'proposedSecret', 'lastStep', 'confirmedAt', 'updatedAt'])
    .where('userId', '=', userId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) return undefined
  const open = (sealed: string | null) =>
    sealed === null ? undefined : unseal(ctx.secret, keyPurpose, placeOf(ctx, userId), sealed)
  const fresh = row.updatedAt.getTime() > ctx.clock.now().getTime() - proposalLasts
  return {
    key: row.confirmedAt ? open(row.secret) : undefined,
    proposedKey: fresh ? open(row.proposedSecret) : undefined,
    lastStep: row.lastStep,
  }
}

/** What the person's own page shows. */
export async function getSecondFactor(ctx: AnyContext, userId: string): Promise<SecondFactor> {
  const found = await readSecondFactor(ctx, userId)
  return { on: found?.key !== undefined, proposedKey: found?.proposedKey }
}
