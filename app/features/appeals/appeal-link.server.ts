import { derivedCode, sameCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { paths } from '#app/core/paths.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'

interface Keyed {
  readonly id: string
  readonly accessSalt: string
}

/** The key in a mailed link: of another purpose than the code on the receipt, and long, because nobody types it. */
const linkKey = (ctx: TenantContext, { id, accessSalt }: Keyed) =>
  derivedCode(ctx.secret, 'appeal-link', [ctx.tenant.slug, id, accessSalt], 26)

/** The address by which a mail leads its reader to the appeal, or to one of its pages, without typing anything. */
export const appealLink = (ctx: TenantContext, appeal: Keyed & { language: LocaleCode }, to?: 'cure'): string =>
  ctx.origin + paths.openAppeal(appeal.language, appeal.id, linkKey(ctx, appeal), to)

/** Characters of the key in an SMS, where each is paid for: still far too many to be tried out. */
export const shortKeyLength = 12

const shortKey = (ctx: TenantContext, { id, accessSalt }: Keyed) =>
  derivedCode(ctx.secret, 'appeal-short-link', [ctx.tenant.slug, id, accessSalt], shortKeyLength)

/** The same for an SMS. */
export const shortAppealLink = (
  ctx: TenantContext,
  appeal: Keyed & { language: LocaleCode; number: string | null },
): string => ctx.origin + paths.openByNumber(appeal.language, appeal.number ?? '', shortKey(ctx, appeal))

/**
 * Whether a link's key opens this appeal. A wrong key and an unknown appeal are told apart by nothing, and wrong tries are
 * limited by address as codes are. Throws NotFound, TooManyTries.
 */
export async function openByLink(ctx: TenantContext, appealId: string, key: string, clientAddress: string) {
  await ctx.limits.count('codeByAddress', clientAddress)
  const appeal = await ctx.db
    .selectFrom('appeal')
    .select(['id', 'accessSalt'])
    .where('id', '=', appealId)
    .executeTakeFirst()
  if (!appeal || !sameCode(linkKey(ctx, appeal), key)) throw new NotFound('Appeal')
  await ctx.limits.forgive('codeByAddress', clientAddress)
}

/**
 * The same for a link of an SMS; resolves with the appeal's id. What cannot be a key is no try. Throws NotFound, TooManyTries.
 */
export async function openByNumber(ctx: TenantContext, number: string, key: string, clientAddress: string) {
  if (!/^[0-9A-Z]+$/.test(key) || key.length !== shortKeyLength) throw new NotFound('Appeal')
  await ctx.limits.count('codeByAddress', clientAddress)
  const appeal = await ctx.db
    .selectFrom('appeal')
    .select(['id', 'accessSalt'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!appeal || !sameCode(shortKey(ctx, appeal), key)) throw new NotFound('Appeal')
  await ctx.limits.forgive('codeByAddress', clientAddress)
  return appeal.id
}
