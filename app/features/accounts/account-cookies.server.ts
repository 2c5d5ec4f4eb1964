import { createCookie } from '@remix-run/node'
import { sessionSeconds } from '#app/core/access/sessions.server.ts'
import { worldOf, type AnyContext, type PlatformContext, type TenantContext } from '#app/core/context.ts'

const yearSeconds = 365 * 24 * 3600

/** How long a password that was right waits for its code, seconds. */
export const pendingSeconds = 600

/** How long somebody may take at the akimat's provider, seconds. */
export const providerSeconds = 900

/** How many accounts one browser remembers. */
const mostDevices = 5

/** What a cookie of this world is made with. */
type Cookies =
  | Pick<TenantContext, 'world' | 'tenant' | 'origin' | 'secret'>
  | Pick<PlatformContext, 'world' | 'origin' | 'secret'>

function cookie(ctx: Cookies, name: string, maxAge: number) {
  const secure = ctx.origin.startsWith('https:')
  return createCookie(secure ? `__Host-${name}` : name, {
    // What one region signed is nothing in another.
    secrets: [`${ctx.secret}:${worldOf(ctx)}:${name}`],
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge,
  })
}

const session = (ctx: Cookies) => cookie(ctx, ctx.world === 'tenant' ? 'bt_staff' : 'bt_platform', sessionSeconds)

/** The token of the session that this browser says it has; undefined where the cookie is not ours. */
export async function sessionToken(ctx: Cookies, cookieHeader: string | null): Promise<string | undefined> {
  const value: unknown = await session(ctx).parse(cookieHeader)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The Set-Cookie that brings a session of this token back. */
export const sessionCookie = (ctx: AnyContext, token: string): Promise<string> => session(ctx).serialize(token)

/** The Set-Cookie that takes the session's cookie away. */
export const noSessionCookie = (ctx: AnyContext): Promise<string> => session(ctx).serialize('', { maxAge: 0 })

/** Ids of the devices that this browser is, one for each account that signed in here. */
export async function deviceIds(ctx: AnyContext, cookieHeader: string | null): Promise<readonly string[]> {
  const value: unknown = await cookie(ctx, 'bt_device', yearSeconds).parse(cookieHeader)
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}

/** The Set-Cookie that makes this browser `deviceId` too. */
export function deviceCookie(ctx: AnyContext, known: readonly string[], deviceId: string): Promise<string> {
  const ids = [...known.filter((id) => id !== deviceId), deviceId].slice(-mostDevices)
  return cookie(ctx, 'bt_device', yearSeconds).serialize(ids)
}

/** The sign-in that waits for its code in this browser. */
export async function pendingToken(ctx: AnyContext, cookieHeader: string | null): Promise<string | undefined> {
  const value: unknown = await cookie(ctx, 'bt_pending', pendingSeconds).parse(cookieHeader)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const pendingCookie = (ctx: AnyContext, token: string): Promise<string> =>
  cookie(ctx, 'bt_pending', pendingSeconds).serialize(token)

export const noPendingCookie = (ctx: AnyContext): Promise<string> =>
  cookie(ctx, 'bt_pending', pendingSeconds).serialize('', { maxAge: 0 })

/** A sign-in that was sent to the akimat's provider from this browser. */
interface ProviderAttempt {
  readonly state: string
  /** Who was asked: nobody else may answer. */
  readonly issuer: string
  readonly next: string
}

const provider = (ctx: Cookies) => cookie(ctx, 'bt_provider', providerSeconds)

export async function providerAttempt(
  ctx: AnyContext,
  cookieHeader: string | null,
): Promise<ProviderAttempt | undefined> {
  const value = (await provider(ctx).parse(cookieHeader)) as Partial<ProviderAttempt> | null
  const { state, issuer, next } = value ?? {}
  const isWhole = typeof state === 'string' && typeof issuer === 'string' && typeof next === 'string'
  return isWhole ? { state, issuer, next } : undefined
}

export const providerCookie = (ctx: AnyContext, attempt: ProviderAttempt): Promise<string> =>
  provider(ctx).serialize(attempt)

export const noProviderCookie = (ctx: AnyContext): Promise<string> => provider(ctx).serialize('', { maxAge: 0 })
