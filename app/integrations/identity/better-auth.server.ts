import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { ControlDb, TenantDb } from '#db/connect.ts'
import { passwordOf } from '#app/core/access/accounts.server.ts'
import type { Identity } from '#app/core/access/identity.ts'
import { newId } from '#app/core/ids.ts'

export interface IdentityOptions {
  /** A Kysely that opens the world's door per statement. */
  readonly db: TenantDb | ControlDb
  /** Another one for every world. */
  readonly secret: string
  /** Scheme and host of the world, as people type it. */
  readonly origin: string
  /** Called with the token of a wanted reset; it must bring the person the token by mail. */
  readonly onResetRequested: (reset: { userId: string; token: string }) => Promise<void>
  /** Told of a reset that could not be started: nobody waits for it. */
  readonly report: (error: unknown) => void
}

const resetSeconds = 3600

/** Passwords and reset links over the world's own tables. Sessions are our own commands' (decision 0010). */
export function openIdentity(options: IdentityOptions): Identity {
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
    session: { modelName: 'authSession' },
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      // It would believe any X-Forwarded-For.
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
    },
  })

  return {
    check: async ({ email, password }) => {
      const known = await passwordOf(options.db, email)
      // An unknown address costs the same scrypt: the time must not tell.
      const right = await verifyPassword({ hash: known?.hash ?? (await unusedHash()), password })
      return known && right ? known.userId : undefined
    },
    requestReset: (email) => auth.api.requestPasswordReset({ body: { email } }).then(() => undefined, options.report),
    hash: hashPassword,
  }
}

let unused: Promise<string> | undefined

/** The hash of a password that nobody has. */
const unusedHash = () => (unused ??= hashPassword(newId()))
