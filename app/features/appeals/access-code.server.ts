import { derivedCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'

/** The secret code that, with the number, shows an appeal to the person who brought it. Eight characters. */
export function accessCode(ctx: TenantContext, appeal: { id: string; accessSalt: string }): string {
  return derivedCode(ctx.secret, 'appeal-code', [ctx.tenant.slug, appeal.id, appeal.accessSalt], 8)
}
