import { derivedCode, sameCode } from '#app/core/derived-secret.server.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { NotFound, Refusal } from '#app/core/errors.ts'
import { formatMoment } from '#app/core/i18n/format.ts'
import { paths } from '#app/core/paths.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { getShares, shareOf } from './shares.queries.server.ts'

interface Keyed {
  readonly id: string
  readonly salt: string
}

const linkKey = (ctx: TenantContext, { id, salt }: Keyed) =>
  derivedCode(ctx.secret, 'share-link', [ctx.tenant.slug, id, salt], 26)

/** The address by which a body without accounts comes to its part of an appeal. */
export const shareLinkAddress = (ctx: TenantContext, locale: LocaleCode, link: Keyed): string =>
  ctx.origin + paths.openPart(locale, link.id, linkKey(ctx, link))

/**
 * Whether a key opens this link. A wrong key and an unknown link are told apart by nothing, and wrong tries are limited by
 * address. One that is over opens too: its page says so. Throws NotFound, TooManyTries.
 */
export async function openShareLink(ctx: TenantContext, linkId: string, key: string, clientAddress: string) {
  await ctx.limits.count('partByAddress', clientAddress)
  const link = await ctx.db.selectFrom('shareLink').select(['id', 'salt']).where('id', '=', linkId).executeTakeFirst()
  if (!link || !sameCode(linkKey(ctx, link), key)) throw new NotFound('ShareLink')
  await ctx.limits.forgive('partByAddress', clientAddress)
}

/** What has become of a link; only `usable` ones show anything of the appeal. */
type LinkState = 'usable' | 'used' | 'revoked' | 'expired'

export function linkStateOf(
  { usedAt, revokedAt, expiresAt }: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkState {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'usable'
}

/** A link that this browser has opened. Throws NotFound. */
export async function getShareLink({ db, ability }: TenantContext, linkId: string) {
  const link = await db
    .selectFrom('shareLink')
    .selectAll()
    .where('id', '=', linkId)
    .where(accessible(ability, 'read', 'ShareLink'))
    .executeTakeFirst()
  if (!link) throw new NotFound('ShareLink')
  return link
}

/**
 * A link with its share and the appeal, locked until the transaction ends; the link is read under the lock, so that it is
 * used once and not after it was revoked. Throws NotFound.
 */
export async function lockByLink(ctx: TenantContext, linkId: string) {
  const { assignmentId } = await getShareLink(ctx, linkId)
  const appeal = await ctx.db
    .selectFrom('appeal')
    .selectAll()
    .where('id', '=', (share) => share.selectFrom('assignment').select('appealId').where('id', '=', assignmentId))
    .forUpdate()
    .executeTakeFirstOrThrow()
  const shares = await getShares(ctx, appeal.id)
  return { link: await getShareLink(ctx, linkId), appeal, shares, share: shareOf(shares, assignmentId) }
}

/** Throws a Refusal that says why a link opens nothing any more. */
export async function mustBeUsable(
  ctx: TenantContext,
  link: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
): Promise<void> {
  const state = linkStateOf(link, ctx.clock.now())
  if (state === 'usable') return
  const { timeZone } = await ctx.db.selectFrom('regionProfile').select('timeZone').executeTakeFirstOrThrow()
  const at = { used: link.usedAt, revoked: link.revokedAt, expired: link.expiresAt }[state]
  throw new Refusal(`appeals:error.link.${state}`, { when: at ? formatMoment(at, timeZone) : '' })
}
