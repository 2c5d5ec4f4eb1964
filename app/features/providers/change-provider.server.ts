import { authorize } from '#app/core/access/authorize.ts'
import { makeChange, mustBeSameVersion } from '#app/core/changes/make-change.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput } from '#app/core/errors.ts'
import { keepSecret } from '#app/core/region-secrets.server.ts'
import { discoverProvider, OpenIdError } from '#app/integrations/identity/openid.server.ts'
import { clientSecret as purpose, providerRow } from './provider.ts'
import { providerRows } from './provider-rows.server.ts'
import type { ChangeProvider } from './providers.schema.ts'

/**
 * Sets the region's provider, and its secret where one was typed; one that is switched on is asked who it is before. Throws
 * ForbiddenError, InvalidInput on the issuer, Refusal for a form made from an older row.
 */
export async function changeProvider(ctx: TenantContext, input: ChangeProvider): Promise<string | undefined> {
  authorize(ctx.ability, 'configure', 'StaffMember')
  if (input.enabled) await mustBeProvider(ctx, input)
  return makeChange(ctx, { event: 'provider.changed', may: 'StaffMember', input }, async (ctx, change) => {
    const { submissionKey: _key, version, clientSecret, ...patch } = input
    const [found] = await providerRows.lock(ctx, [providerRow])
    mustBeSameVersion(found ?? { id: providerRow, version: 0 }, version)
    if (found) await change.update(providerRows, found, patch)
    else await change.insert(providerRows, { id: providerRow, ...patch, version: 1 })
    if (clientSecret) await keepSecret(ctx, purpose, patch.issuer, clientSecret)
    return { kind: 'provider', id: providerRow }
  })
}

async function mustBeProvider(ctx: TenantContext, { issuer, clientId }: ChangeProvider): Promise<void> {
  try {
    await discoverProvider(ctx.outbound, { issuer, clientId })
  } catch (error) {
    if (error instanceof OpenIdError) throw new InvalidInput({ issuer: `providers:error.${error.reason}` })
    throw error
  }
}
