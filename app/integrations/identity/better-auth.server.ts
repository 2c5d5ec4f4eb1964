import { betterAuth } from 'better-auth'
import { hashPassword } from 'better-auth/crypto'
import type { ControlDb, TenantDb } from '#db/connect.ts'
import { dropResets } from '#app/core/access/accounts.server.ts'
import type { Identity } from '#app/core/access/identity.ts'
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

/** How long a session lasts, seconds: a working day with its evening. Not drawn out by use: nobody works longer. */
const sessionSeconds = 12 * 3600
const resetSeconds = 3600

/** Sign-in by e-mail and password over the world's own tables. Nothing of it is reachable by HTTP but through our forms. */
export function openIdentity(options: IdentityOptions): Identity {
  const secure = options.origin.startsWith('https:')
  const auth = betterAuth({
    appName: 'Bir Tereze',
    baseURL: options.origin,
    secret: options.secret,
    database: { db: options.db, type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetSeconds,
      // One link was used: the others that lie in the mailbox must not open the account again.
      onPasswordReset: ({ user }) => dropResets(options.db, user.id),
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
      cookies: {
        session_token: {
          name: secure ? `__Host-${options.cookieName}` : options.cookieName,
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      database: { generateId: newId },
    },
  })

  return {
    userIdOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id,
    signIn: async (credentials, headers) => {
      const response = await auth.api.signInEmail({ body: credentials, headers, asResponse: true })
      if (response.ok) return cookiesOf(response)
      if (response.status < 500) return undefined
      throw new Error(`Sign-in failed with ${response.status}`)
    },
    signOut: async (headers) => cookiesOf(await auth.api.signOut({ headers, asResponse: true })),
    signOutEverywhere: async (headers) => {
      await auth.api.revokeSessions({ headers })
      return cookiesOf(await auth.api.signOut({ headers, asResponse: true }))
    },
    requestReset: (email) => auth.api.requestPasswordReset({ body: { email } }).then(() => undefined, options.report),
    reset: async (token, newPassword) => {
      const response = await auth.api.resetPassword({ body: { token, newPassword }, asResponse: true })
      if (response.status >= 500) throw new Error(`Reset failed with ${response.status}`)
      return response.ok
    },
    hash: hashPassword,
  }
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers()
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
  return headers
}
