import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'

/** Leaves word that a reset was asked for, so that the mail goes out. The token itself stays where it is. */
export async function noteReset(ctx: TenantContext | PlatformContext, token: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const wish = await coreTablesOf(ctx.db)
      .selectFrom('authVerification')
      .select(['id', 'value'])
      .where('identifier', '=', `reset-password:${token}`)
      .executeTakeFirstOrThrow()
    await record(ctx, {
      event: 'account.resetRequested',
      subjectKind: 'authVerification',
      subjectId: wish.id,
      refs: { userId: wish.value },
    })
  })
}
