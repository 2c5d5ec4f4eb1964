import { derivedCode, sameCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { paths } from '#app/core/paths.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** Short, because the QR code of a slip is printed small. */
const keyLength = 16

const keyOf = (ctx: TenantContext, visitId: string) =>
  derivedCode(ctx.secret, 'visit', [ctx.tenant.slug, visitId], keyLength)

/** The address that the slip of a visit leads to. */
export const visitLink = (ctx: TenantContext, visit: { readonly id: string; readonly locale: LocaleCode }): string =>
  ctx.origin + paths.openVisit(visit.locale, visit.id, keyOf(ctx, visit.id))

/**
 * Makes sure that a key opens this visit; wrong tries are counted by address, as codes of appeals are. What cannot be a key is no
 * try. Throws NotFound, TooManyTries.
 */
export async function openVisitByLink(ctx: TenantContext, visitId: string, key: string, clientAddress: string) {
  if (!/^[0-9A-Z]+$/.test(key) || key.length !== keyLength) throw new NotFound('Visit')
  if (!sameCode(keyOf(ctx, visitId), key)) {
    await ctx.limits.count('codeByAddress', clientAddress)
    throw new NotFound('Visit')
  }
}
