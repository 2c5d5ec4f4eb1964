import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import type { ChooseLocale } from './staff.schema.ts'

/** Sets the language in which a staff member works. */
export function chooseLocale(ctx: TenantContext, input: ChooseLocale): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    if (ctx.principal.kind !== 'staff') throw new NotFound('StaffMember')
    const { id } = ctx.principal
    await ctx.db
      .updateTable('staffMember')
      .set({ locale: input.locale, updatedAt: ctx.clock.now() })
      .where('id', '=', id)
      .execute()
    await record(ctx, { event: 'staff.localeChosen', subjectKind: 'staffMember', subjectId: id, fields: ['locale'] })
  })
}
