import { createCookie } from '@remix-run/node'
import { worldOf, type AnyContext } from '#app/core/context.ts'

const yearSeconds = 365 * 24 * 3600

/** How long a password that was right waits for its code, seconds. */
export const pendingSeconds = 600

/** How many accounts one browser remembers. */
const mostDevices = 5

function cookie(ctx: AnyContext, name: string, maxAge: number) {
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
