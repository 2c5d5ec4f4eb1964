import { createHmac } from 'node:crypto'
import { worldOf, type TenantContext } from '#app/core/context.ts'
import { paths } from '#app/core/paths.ts'
import type { OpenIdAttempt } from '#app/integrations/identity/openid.server.ts'

/** What one sign-in is told apart by: all of it follows from its state, so that the cookie need not hold what is secret. */
export function attemptOf(ctx: TenantContext, state: string): OpenIdAttempt {
  const derived = (purpose: string) =>
    createHmac('sha256', ctx.secret)
      .update(JSON.stringify([purpose, worldOf(ctx), state]))
      .digest('base64url')
  return {
    redirectUri: ctx.origin + paths.providerCallback(),
    state,
    nonce: derived('provider-nonce'),
    codeVerifier: derived('provider-verifier'),
  }
}
