import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { clientOf, findProvider } from '#app/features/providers/public.server.ts'
import { OpenIdError, providerDoor } from '#app/integrations/identity/openid.server.ts'
import { providerCookie, providerSeconds } from './account-cookies.server.ts'
import { makeChallenge } from './challenges.server.ts'
import { attemptOf } from './provider-attempt.server.ts'
import { NotLetIn } from './provider-problems.ts'

/**
 * Begins a sign-in by the region's provider: where the browser goes, and the cookie that knows it again. Throws NotFound where
 * there is no provider, NotLetIn where it cannot be used, TooManyTries.
 */
export async function beginProviderSignIn(
  ctx: TenantContext,
  next: string | undefined,
  clientAddress: string,
): Promise<{ readonly door: string; readonly headers: Headers }> {
  const provider = await findProvider(ctx)
  if (!provider) throw new NotFound('IdentityProvider')
  await ctx.limits.count('providerByAddress', clientAddress)
  const state = await inTransaction(ctx, (ctx) =>
    makeChallenge(ctx, { purpose: 'providerSignIn', userId: null, seconds: providerSeconds }),
  )
  try {
    const client = await clientOf(ctx, provider)
    const door = await providerDoor(ctx.outbound, client, attemptOf(ctx, state), provider.scopes)
    const headers = new Headers()
    headers.append('Set-Cookie', await providerCookie(ctx, { state, issuer: provider.issuer, next: next ?? '' }))
    return { door: door.href, headers }
  } catch (error) {
    if (error instanceof OpenIdError) throw new NotLetIn(error.reason, { cause: error })
    throw error
  }
}
