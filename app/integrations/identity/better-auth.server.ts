import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { ControlDb, TenantDb } from '#db/connect.ts'
import { passwordOf } from '#app/core/access/accounts.server.ts'
import { sessionSeconds, type Identity } from '#app/core/access/identity.ts'
import { newId } from '#app/core/ids.ts'

export interface IdentityOptions {
  /** A Kysely that opens the world's door per statement. */
  readonly db: TenantDb | ControlDb
  /** Signs cookies; another one for every world, so that no region's session is another's. */
  readonly secret: string
  /** Scheme and host of the world, as people type it. */
  readonly origin: string
  readonly cookieName: string
  /** Called with the token of a wanted reset; it must bring the person the token by mail. */
  readonly onResetRequested: (reset: { userId: string; token: string }) => Promise<void>
  /** Told of a reset that could not be started: nobody waits for it. */
  readonly report: (error: unknown) => void
}

const resetSeconds = 3600

/**
 * Passwords, reset links and cookies over the world's own tables. Sessions are opened and ended by our commands, in one
 * transaction with their line in the journal; better-auth judges the cookie that brings them back.
 */
export function openIdentity(options: IdentityOptions): Identity {
  const secure = options.origin.startsWith('https:')
  const cookieName = secure ? `__Host-${options.cookieName}` : options.cookieName
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const auth = betterAuth({
    appName: 'Bir Tereze',
    baseURL: options.origin,
    secret: options.secret,
    database: { db: options.db, type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      resetPasswordTokenExpiresIn: resetSeconds,
      sendResetPassword: ({ user, token }) => options.onResetRequested({ userId: user.id, token }),
    },
    session: { modelName: 'authSession', expiresIn: sessionSeconds, disableSessionRefresh: true },
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      // The prefix and the mark are ours: better-auth would derive them from the environment.
      useSecureCookies: false,
      // It would believe any X-Forwarded-For.
      ipAddress: { disableIpTracking: true },
      cookies: { session_token: { name: cookieName } },
      database: { generateId: newId },
    },
  })

  return {
    sessionOf: async (headers) => {
      const found = await auth.api.getSession({ headers })
      return found ? { id: found.session.id, userId: found.user.id } : undefined
    },
    check: async ({ email, password }) => {
      const known = await passwordOf(options.db, email)
      // An unknown address costs the same scrypt: the time must not tell.
      const right = await verifyPassword({ hash: known?.hash ?? (await unusedHash()), password })
      return known && right ? known.userId : undefined
    },
    cookieOf: async (token) => {
      const signature = createHmac('sha256', options.secret).update(token).digest('base64')
      return `${cookieName}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${sessionSeconds}; ${attributes}`
    },
    endedCookie: async () => `${cookieName}=; Max-Age=0; ${attributes}`,
    requestReset: (email) => auth.api.requestPasswordReset({ body: { email } }).then(() => undefined, options.report),
    hash: hashPassword,
  }
}

let unused: Promise<string> | undefined

/** The hash of a password that nobody has. */
const unusedHash = () => (unused ??= hashPassword(newId()))
