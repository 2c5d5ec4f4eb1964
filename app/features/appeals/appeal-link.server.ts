import { sameCode } from '#app/core/derived-secret.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound } from '#app/core/errors.ts'
import { paths } from '#app/core/paths.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { derivedKey, type Keyed } from './access-code.server.ts'

/** How somebody comes to the page of an appeal. */
export interface Way extends Keyed {
  /** Left out where it is the appeal's own. */
  readonly appealId?: string
  readonly number: string | null
  readonly language: LocaleCode
}

/** Where a key or a code leads, and whose it was: this is what the browser is granted. */
export interface Opened {
  readonly appealId: string
  readonly holderId: string
}

/** The key in a mailed link: of another purpose than the code on the receipt, and long, because nobody types it. */
const linkKey = (ctx: TenantContext, keyed: Keyed) => derivedKey(ctx, 'link', keyed, 26)

/** The address by which a mail leads its reader to the appeal, or to one of its pages, without typing anything. */
export const appealLink = (ctx: TenantContext, way: Way, to?: 'cure'): string =>
  ctx.origin + paths.openAppeal(way.language, way.appealId ?? way.id, linkKey(ctx, way), to)

/** Characters of the key in an SMS, where each is paid for: still far too many to be tried out. */
export const shortKeyLength = 12

const shortKey = (ctx: TenantContext, keyed: Keyed) => derivedKey(ctx, 'short-link', keyed, shortKeyLength)

/** The same for an SMS. */
export const shortAppealLink = (ctx: TenantContext, way: Way): string =>
  ctx.origin + paths.openByNumber(way.language, way.number ?? '', shortKey(ctx, way))

/**
 * Whether a link's key opens this appeal, and whose key it is. A wrong key and an unknown appeal are told apart by nothing, and
 * wrong tries are limited by address as codes are. Throws NotFound, TooManyTries.
 */
export async function openByLink(ctx: TenantContext, appealId: string, key: string, clientAddress: string) {
  await ctx.limits.count('codeByAddress', clientAddress)
  const opened = await holderOf(ctx, { id: appealId }, (keyed) => sameCode(linkKey(ctx, keyed), key))
  if (!opened) throw new NotFound('Appeal')
  await ctx.limits.forgive('codeByAddress', clientAddress)
  return opened
}

/** The same for a link of an SMS. What cannot be a key is no try. Throws NotFound, TooManyTries. */
export async function openByNumber(ctx: TenantContext, number: string, key: string, clientAddress: string) {
  if (!/^[0-9A-Z]+$/.test(key) || key.length !== shortKeyLength) throw new NotFound('Appeal')
  await ctx.limits.count('codeByAddress', clientAddress)
  const opened = await holderOf(ctx, { number }, (keyed) => sameCode(shortKey(ctx, keyed), key))
  if (!opened) throw new NotFound('Appeal')
  await ctx.limits.forgive('codeByAddress', clientAddress)
  return opened
}

/** Whose of an appeal's keys `isTheirs` knows: the appeal's own or a co-signer's; undefined where nobody's, or no appeal. */
export async function holderOf(
  { db }: TenantContext,
  asked: { readonly id: string } | { readonly number: string },
  isTheirs: (keyed: Keyed) => boolean,
): Promise<Opened | undefined> {
  const appeal = await db
    .selectFrom('appeal')
    .select(['id', 'accessSalt'])
    .$if('id' in asked, (query) => query.where('id', '=', 'id' in asked ? asked.id : ''))
    .$if('number' in asked, (query) => query.where('number', '=', 'number' in asked ? asked.number : ''))
    .executeTakeFirst()
  if (!appeal) return undefined
  const cosigners = await db
    .selectFrom('cosigner')
    .select(['id', 'accessSalt'])
    .where('appealId', '=', appeal.id)
    .execute()
  const keys: Keyed[] = [appeal, ...cosigners.map((cosigner) => ({ ...cosigner, kind: 'cosigner' as const }))]
  const holder = keys.find(isTheirs)
  return holder && { appealId: appeal.id, holderId: holder.id }
}
