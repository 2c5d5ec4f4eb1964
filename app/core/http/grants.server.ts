import { createCookie } from '@remix-run/node'
import type { TenantContext } from '../context.ts'

/** How long a browser may look again at what it proved to know the code of, seconds. */
const grantSeconds = 12 * 3600
const mostGrants = 20

const cookieFor = (ctx: Pick<TenantContext, 'secret' | 'tenant' | 'origin'>) => {
  const secure = ctx.origin.startsWith('https:')
  return createCookie(secure ? '__Host-bt_seen' : 'bt_seen', {
    secrets: [`${ctx.secret}:${ctx.tenant.slug}:seen`],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: grantSeconds,
  })
}

/** Ids this browser has shown the code of; none where the cookie is missing, old or not ours. */
export async function grantedIds(
  ctx: Pick<TenantContext, 'secret' | 'tenant' | 'origin' | 'clock'>,
  cookieHeader: string | null,
): Promise<readonly string[]> {
  const value = (await cookieFor(ctx).parse(cookieHeader)) as { ids?: unknown; until?: unknown } | null
  const { ids, until } = value ?? {}
  // Signed with the ids: a copied cookie must not outlive the browser's own.
  if (!Array.isArray(ids) || typeof until !== 'number' || until < ctx.clock.now().getTime()) return []
  return ids.filter((id) => typeof id === 'string').slice(-mostGrants)
}

/** The Set-Cookie header that lets this browser see `id` too. */
export async function grant(ctx: TenantContext, id: string): Promise<HeadersInit> {
  const had = ctx.principal.kind === 'resident' ? ctx.principal.grantedIds : []
  const ids = [...had.filter((other) => other !== id), id].slice(-mostGrants)
  const until = ctx.clock.now().getTime() + grantSeconds * 1000
  return { 'Set-Cookie': await cookieFor(ctx).serialize({ ids, until }) }
}
