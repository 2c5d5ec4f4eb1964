import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import type { Standing } from '#app/core/http/scope.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { countryZone } from '#app/features/accounts/account.ts'

/** What staff pages say of the region above all; undefined for residents, the platform, and where all is as usual. */
export function standingOf(ctx: TenantContext | PlatformContext): Standing | undefined {
  if (ctx.world !== 'tenant' || ctx.principal.kind !== 'staff') return undefined
  const { tenant, principal } = ctx
  const { suspended, muted = false } = tenant
  if (!suspended && !muted) return undefined
  const isAdministrator = principal.roles.includes('regionAdmin')
  return {
    muted,
    ...(suspended
      ? {
          suspended: {
            since: formatMoment(suspended.since, countryZone),
            reason: isAdministrator ? suspended.reason : undefined,
          },
        }
      : {}),
  }
}
