import type { Selectable } from 'kysely'
import type { TenantDb } from '#db/connect.ts'
import type { TenantTables } from '#db/schema/tenant.ts'
import type { StaffRole } from '#db/schema/vocabulary.ts'
import { agencyNames } from '#app/features/agencies/public.server.ts'
import { authorize } from '#app/core/access/authorize.ts'
import type { TenantContext } from '#app/core/context.ts'
import { remembered } from '#app/core/memory.server.ts'
import { openSecret, secretState } from '#app/core/region-secrets.server.ts'
import { paths } from '#app/core/paths.ts'
import type { OpenIdClient } from '#app/integrations/identity/openid.server.ts'
import { clientSecret, rolesOfWords, saysTwoFactors, wordsOfClaim, type GrantedRoles } from './provider.ts'

type Provider = Selectable<TenantTables['identityProvider']>
type Claims = Readonly<Record<string, unknown>>

const readProvider = (db: TenantDb) => db.selectFrom('identityProvider').selectAll().executeTakeFirst()

/** The region's provider where it is switched on. */
export async function findProvider(ctx: TenantContext): Promise<Provider | undefined> {
  const provider = await remembered(ctx, 'provider', readProvider)
  return provider?.enabled ? provider : undefined
}

/** Whether somebody of these roles may sign in here by password or passkey. Administrators always may: a provider can break. */
export async function ownSignInAllowed(ctx: TenantContext, roles: readonly string[]): Promise<boolean> {
  const provider = await findProvider(ctx)
  return !provider || provider.ownSignIn || roles.includes('regionAdmin')
}

/** What the sign-in page offers; undefined where there is no provider. */
export async function providerButton(
  ctx: TenantContext,
): Promise<{ readonly words: string; readonly alone: boolean } | undefined> {
  const provider = await findProvider(ctx)
  if (!provider) return undefined
  const words = { kk: provider.nameKk, ru: provider.nameRu, en: provider.nameEn }[ctx.locale]
  return { words, alone: !provider.ownSignIn }
}

/** Our client at the provider, with its secret where one opens. */
export async function clientOf(ctx: TenantContext, { issuer, clientId }: Provider): Promise<OpenIdClient> {
  return { issuer, clientId, clientSecret: await openSecret(ctx, clientSecret, issuer) }
}

/** What the provider's claims make of a person here. */
export async function grantedBy(ctx: TenantContext, provider: Provider, claims: Claims): Promise<GrantedRoles> {
  const list = await ctx.db.selectFrom('providerRole').selectAll().orderBy('id').execute()
  return rolesOfWords(wordsOfClaim(claims, provider.rolesClaim), list)
}

/** Whether the claims stand for our second factor too: the region must have said so. */
export const standsForFactors = ({ trustsFactors, factorClasses }: Provider, claims: Claims): boolean =>
  trustsFactors && saysTwoFactors(claims, factorClasses)

export interface ShownProviderRole {
  readonly id: string
  readonly claimValue: string
  readonly role: StaffRole
  readonly agency: string
}

/** What the administrator's page shows: never the secret. Throws ForbiddenError. */
export async function getAdminProvider(ctx: TenantContext) {
  authorize(ctx.ability, 'configure', 'StaffMember')
  const provider = await readProvider(ctx.db)
  const rows = await ctx.db.selectFrom('providerRole').selectAll().orderBy('claimValue').orderBy('role').execute()
  const names = await agencyNames(ctx, [...new Set(rows.flatMap(({ agencyId }) => agencyId ?? []))])
  return {
    provider,
    secret: await secretState(ctx, clientSecret, provider?.issuer ?? ''),
    /** What the provider's own administrator has to be told. */
    callback: ctx.origin + paths.providerCallback(),
    roles: rows.map(
      ({ id, claimValue, role, agencyId }): ShownProviderRole => ({
        id,
        claimValue,
        role,
        agency: agencyId ? (names[agencyId] ?? '') : '',
      }),
    ),
  }
}
