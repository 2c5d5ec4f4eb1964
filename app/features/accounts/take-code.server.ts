import { coreTablesOf } from '#db/sql/core-tables.ts'
import type { AnyContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { stepOf } from './totp.server.ts'
import { readSecondFactor } from './second-factor.queries.server.ts'

/** Takes a code of the person's app once, inside the caller's transaction. Throws InvalidInput for a wrong or used one. */
export async function takeCode(ctx: AnyContext, userId: string, code: string): Promise<void> {
  const factor = await readSecondFactor(ctx, userId, { lock: true })
  const step = factor?.key && stepOf(factor.key, code, ctx.clock.now())
  if (!factor || !step) throw new InvalidInput({ secondFactorCode: 'accounts:error.codeWrong' })
  if (step <= factor.lastStep) throw new InvalidInput({ secondFactorCode: 'accounts:error.codeUsed' })
  await noteStep(ctx, userId, step)
}

/** Remembers the step of a code that was taken: neither it nor an older one is taken again. */
async function noteStep(ctx: AnyContext, userId: string, step: number): Promise<void> {
  await coreTablesOf(ctx.db)
    .updateTable('authSecondFactor')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .execute()
}
