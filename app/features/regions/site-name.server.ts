import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { getRegion } from './regions.queries.server.ts'

/** Whose site this is: a region's centre, or the product on the platform's host. */
export async function siteNameOf(ctx: TenantContext | PlatformContext): Promise<string> {
  return ctx.world === 'tenant' ? (await getRegion(ctx)).centre : ctx.t('common:product')
}
