import { derivedCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'

/** Whose keys and codes are derived: an appeal's for who brought it, or a co-signer's own. */
export interface Keyed {
  /** Left out for an appeal. */
  readonly kind?: 'appeal' | 'cosigner'
  readonly id: string
  readonly accessSalt: string
}

/** A key or code of `length` characters for one purpose: one of them opens no other door. */
export const derivedKey = (
  ctx: TenantContext,
  purpose: 'code' | 'link' | 'short-link',
  { kind = 'appeal', id, accessSalt }: Keyed,
  length: number,
): string => derivedCode(ctx.secret, `${kind}-${purpose}`, [ctx.tenant.slug, id, accessSalt], length)

/** The secret code that, with the number, shows an appeal to a person it belongs to. Eight characters. */
export const accessCode = (ctx: TenantContext, keyed: Keyed): string => derivedKey(ctx, 'code', keyed, 8)
