import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { resetEvents, type ResetOutcome } from './administrator-resets.ts'
import { besidePassword } from './colleague.queries.server.ts'
import { lockSecondFactors, takeAway } from './reset-second-factor.server.ts'

/** An operator's wish, as it comes out of the platform's outbox. */
export interface AskedReset {
  readonly subjectId: string
  readonly refs?: Readonly<Record<string, string>>
}

/**
 * Takes the second factor of a region's only administrator away, in the region, as the platform's operator asked. The same
 * wish twice is done once. Where there are several administrators, another of them does it.
 */
export function resetAdministrator(ctx: TenantContext, { refs = {} }: AskedReset): Promise<ResetOutcome> {
  return inTransaction(ctx, async (ctx) => {
    const admins = await ctx.db
      .selectFrom('staffMember')
      .select(['id', 'userId'])
      .where((where) => where('roles', '@>', where.val(['regionAdmin'])))
      .where('retiredAt', 'is', null)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute()
    const [admin, ...others] = admins
    if (!admin) return 'none'
    if (others.length > 0) return 'several'
    await lockSecondFactors(ctx, [admin.userId])
    if (await wasDone(ctx, admin.userId, refs.askId)) return 'done'
    const { app, passkeys } = await besidePassword(ctx, admin.userId)
    if (!app && passkeys === 0) return 'nothing'
    await takeAway(ctx, admin.userId, { ...refs, staffMemberId: admin.id })
    return 'done'
  })
}

async function wasDone(ctx: TenantContext, userId: string, askId: string | undefined): Promise<boolean> {
  const lines = await coreTablesOf(ctx.db)
    .selectFrom('journal')
    .select('refs')
    .where('subjectId', '=', userId)
    .where('event', '=', 'account.secondFactorReset')
    .execute()
  return lines.some(({ refs }) => refs.askId === askId)
}

/** Notes on the platform what became of an operator's wish, once. */
export function noteAdministratorReset(ctx: PlatformContext, asked: AskedReset, outcome: ResetOutcome): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { subjectId, refs = {} } = asked
    const lines = await coreTablesOf(ctx.db)
      .selectFrom('journal')
      .select('refs')
      .where('subjectId', '=', subjectId)
      .where('event', 'in', [resetEvents.done, resetEvents.refused])
      .execute()
    if (lines.some((line) => line.refs.askId === refs.askId)) return
    await record(ctx, {
      event: outcome === 'done' ? resetEvents.done : resetEvents.refused,
      subjectKind: 'region',
      subjectId,
      refs: { ...refs },
      facts: { outcome },
    })
  })
}
