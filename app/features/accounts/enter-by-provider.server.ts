import type { TenantContext } from '#app/core/context.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { clientOf, findProvider, grantedBy, standsForFactors } from '#app/features/providers/public.server.ts'
import { OpenIdError, takeAnswer } from '#app/integrations/identity/openid.server.ts'
import { noProviderCookie, pendingCookie, pendingSeconds, providerAttempt } from './account-cookies.server.ts'
import { makeChallenge, takeChallenge } from './challenges.server.ts'
import { enter } from './enter.server.ts'
import { findByProvider } from './find-by-provider.server.ts'
import { personOf } from './person.server.ts'
import { attemptOf } from './provider-attempt.server.ts'
import { NotLetIn } from './provider-problems.ts'
import { hasSecondFactor } from './second-factor.queries.server.ts'
import type { FirstStep } from './sign-in.server.ts'

/**
 * Takes what the provider sent the browser back with: the cookies of a new session, or of a wait for our own code. An answer is
 * taken once, in the browser that asked, from the provider that was asked. Throws NotLetIn, TooManyTries.
 */
export async function enterByProvider(
  ctx: TenantContext,
  request: Request,
  clientAddress: string,
): Promise<FirstStep & { readonly next: string }> {
  await ctx.limits.count('providerByAddress', clientAddress)
  const query = new URL(request.url).searchParams
  const begun = await providerAttempt(ctx, request.headers.get('Cookie'))
  if (!begun || query.get('state') !== begun.state) throw new NotLetIn('lost')
  // Whatever comes of it: the same answer is not taken again.
  if (!(await inTransaction(ctx, (ctx) => takeChallenge(ctx, 'providerSignIn', begun.state))))
    throw new NotLetIn('lost')
  const provider = await findProvider(ctx)
  if (!provider || provider.issuer !== begun.issuer) throw new NotLetIn('changed')
  const client = await clientOf(ctx, provider)
  const person = await takeAnswer(ctx.outbound, client, attemptOf(ctx, begun.state), query).catch((error: unknown) => {
    throw error instanceof OpenIdError ? new NotLetIn(error.reason, { cause: error }) : error
  })
  const found = await inTransaction(ctx, async (ctx) =>
    findByProvider(ctx, provider, person, await grantedBy(ctx, provider, person.claims)),
  )
  // What the provider took away stays taken away, though nobody comes in.
  if ('problem' in found) throw new NotLetIn(found.problem)
  const { userId } = found
  const { next } = begun
  const factors = standsForFactors(provider, person.claims)
  const headers = new Headers()
  headers.append('Set-Cookie', await noProviderCookie(ctx))
  if (!factors && (await hasSecondFactor(ctx, userId))) {
    const token = await inTransaction(ctx, (ctx) =>
      makeChallenge(ctx, { purpose: 'signIn', userId, seconds: pendingSeconds }),
    )
    headers.append('Set-Cookie', await pendingCookie(ctx, token))
    return { headers, codeWanted: true, next }
  }
  const member = await personOf(ctx, userId)
  if (!member) throw new NotLetIn('retired')
  const arrival = { userId, person: member, provedBy: factors ? ('providerFactors' as const) : ('provider' as const) }
  const entered = await enter(ctx, arrival, request)
  for (const cookie of entered.getSetCookie()) headers.append('Set-Cookie', cookie)
  return { headers, codeWanted: false, next }
}
