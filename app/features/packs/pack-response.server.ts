import type { TenantContext } from '#app/core/context.ts'
import type { Pack } from '#tenants/packs/schema.ts'

/** A pack as a file that another region can be made from. */
export function packResponse(ctx: TenantContext, pack: Pack): Response {
  const day = ctx.clock.now().toISOString().slice(0, 10)
  return new Response(`${JSON.stringify(pack, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="pack-${ctx.tenant.slug}-${day}.json"`,
      'Content-Security-Policy': `sandbox; default-src 'none'`,
      'Cache-Control': 'private, no-store, no-transform',
    },
  })
}
