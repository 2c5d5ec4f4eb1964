import { getRegion } from '#app/features/regions/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { Refusal } from '#app/core/errors.ts'
import { acceptAppeal, type Also } from './accept-appeal.server.ts'
import type { SubmitAppeal } from './appeals.schema.ts'

/**
 * Accepts an appeal that a person sends by the portal, and registers it; once, however often it is sent. Returns the
 * appeal's id. Throws ForbiddenError, Refusal where the region is not live yet, TooManyTries, and what `also` throws.
 */
export async function submitAppeal(
  ctx: TenantContext,
  input: SubmitAppeal,
  clientAddress: string,
  also?: Also,
): Promise<string> {
  authorize(ctx.ability, 'create', 'Appeal')
  if (!(await getRegion(ctx)).liveAt) throw new Refusal('appeals:error.notLive')
  if (input.kind !== 'anonymous') {
    for (const recipient of [input.email, input.phone]) {
      if (recipient) await ctx.limits.count('filingByRecipient', `${clientAddress} ${recipient}`)
    }
  }
  return acceptAppeal(ctx, { input, channel: 'portal', receivedAt: ctx.clock.now() }, also)
}
