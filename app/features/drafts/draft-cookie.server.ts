import { createCookie } from '@remix-run/node'
import type { TenantContext } from '#app/core/context.ts'
import { draftSeconds } from './drafts.queries.server.ts'

const cookieFor = (ctx: TenantContext) => {
  const secure = ctx.origin.startsWith('https:')
  return createCookie(secure ? '__Host-bt_draft' : 'bt_draft', {
    // A region's own: the cookie of another one is nothing here.
    secrets: [`${ctx.secret}:${ctx.tenant.slug}:draft`],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: draftSeconds,
  })
}

/** The draft this browser writes on; undefined where the cookie is missing, old or not ours. */
export async function draftIdOf(ctx: TenantContext, request: Request): Promise<string | undefined> {
  const value: unknown = await cookieFor(ctx).parse(request.headers.get('Cookie'))
  return typeof value === 'string' ? value : undefined
}

/** The header that makes this browser the one that writes on the draft. */
export async function draftHeaders(ctx: TenantContext, draftId: string): Promise<HeadersInit> {
  return { 'Set-Cookie': await cookieFor(ctx).serialize(draftId) }
}
