import { createCookie } from '@remix-run/node'
import type { TenantContext } from '../context.ts'

/** Whose pages an administrator looks at. */
export interface SeenRole {
  readonly role: string
  readonly agencyId: string | null
}

type Cookies = Pick<TenantContext, 'secret' | 'tenant' | 'origin'>

const cookieFor = (ctx: Cookies) => {
  const secure = ctx.origin.startsWith('https:')
  return createCookie(secure ? '__Host-bt_as' : 'bt_as', {
    secrets: [`${ctx.secret}:${ctx.tenant.slug}:as`],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
  })
}

/** What this session looks at; undefined for a cookie of another session, which has ended with it. */
export async function seenRole(
  ctx: Cookies,
  cookieHeader: string | null,
  sessionId: string,
): Promise<SeenRole | undefined> {
  const value = (await cookieFor(ctx).parse(cookieHeader)) as Partial<SeenRole & { sessionId: unknown }> | null
  if (!value || value.sessionId !== sessionId || typeof value.role !== 'string') return undefined
  return { role: value.role, agencyId: typeof value.agencyId === 'string' ? value.agencyId : null }
}

/** The Set-Cookie by which this session looks at the pages of another role until it ends. */
export const seeAsCookie = (ctx: Cookies, sessionId: string, seen: SeenRole): Promise<string> =>
  cookieFor(ctx).serialize({ ...seen, sessionId })

/** The Set-Cookie that ends that. */
export const noSeeAsCookie = (ctx: Cookies): Promise<string> => cookieFor(ctx).serialize('', { maxAge: 0 })
