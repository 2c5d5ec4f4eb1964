import { z } from 'zod'
import { secretKeysShape } from './secret-keys.server.ts'

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The address to listen on; without one, every address of the machine. */
  HOST: z.string().optional(),
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  APP_SECRET: z.string().min(32),
  /** Keys that seal what regions entrust to us: `id:base64`, comma separated. The first seals, all open. */
  SECRETS_KEYS: z.string().regex(secretKeysShape, 'id:base64 of 32 bytes or more, comma separated').optional(),
  /** The folder of the files people bring; all servers and workers of an installation share it. */
  FILES_DIR: z.string().min(1),
  /** A bucket that keeps them instead: `https://key:secret@host/bucket?region=name`. The folder holds what comes in. */
  FILES_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  BASE_DOMAIN: z.string().default('localhost'),
  PUBLIC_SCHEME: z.enum(['http', 'https']).default('http'),
  PUBLIC_PORT: z.string().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How long a stopping process waits for work under way, milliseconds. */
  STOP_PATIENCE_MS: z.coerce.number().int().positive().default(4000),
  /** The SMS gateway; without one SMS is offered to nobody. */
  SMS_URL: z.union([z.literal('').transform(() => undefined), z.url({ protocol: /^(smpps?|https?)$/ })]).optional(),
  /**
   * Hosts that addresses of regions may lead to though they are private or speak no TLS: `host` or `host:port`, comma
   * separated. For tests and a demo alone.
   */
  OUTBOUND_ALLOW: z.string().optional(),
  DEMO_MAIL_DIR: z.string().optional(),
  DEMO_SMS_DIR: z.string().optional(),
  /** The file of a demo's sign-ins, from which its codes are shown. */
  DEMO_SIGN_INS: z.string().optional(),
})

const workerSchema = schema.omit({ DEMO_MAIL_DIR: true, DEMO_SMS_DIR: true, DEMO_SIGN_INS: true }).extend({
  DIRECT_DATABASE_URL: z.url(),
  /** Makes regions that the platform's operators ask for; without it they are made by the command line alone. */
  OWNER_DATABASE_URL: z.url().optional(),
  /** Where archives of regions are kept; without it there are none but by the command line. All workers share it. */
  ARCHIVES_DIR: z.string().min(1).optional(),
  /** How many archives of every night are kept for each region; 0: none is made by itself. */
  ARCHIVES_KEPT: z.coerce.number().int().min(0).max(1000).default(7),
  SMTP_URL: z.url(),
  /** The virus scanner, `tcp://host:port` or `unix:///path`; without one files stay unscanned, and staff see that. */
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  /** Its StreamMaxLength; a longer file is not sent to it. */
  CLAMD_MOST_BYTES: z.coerce.number().int().positive().default(26_214_400),
  MAIL_FROM: z.string().default('Bir Tereze <no-reply@localhost>'),
  /** What people see as the sender: a name that the networks know, or a number. */
  SMS_FROM: z
    .string()
    .regex(/^([A-Za-z0-9 ._-]{1,11}|\+?\d{3,15})$/)
    .default('BirTereze'),
})

export type ServerEnv = z.infer<typeof schema>
export type WorkerEnv = z.infer<typeof workerSchema>

/** What the product itself needs, whichever process opens it. */
export type InstallationSettings = Omit<
  ServerEnv,
  'NODE_ENV' | 'HOST' | 'TRUST_PROXY' | 'LOG_LEVEL' | 'STOP_PATIENCE_MS' | 'DEMO_MAIL_DIR' | 'DEMO_SMS_DIR'
>

function parsed<T>(which: z.ZodType<T>, source: NodeJS.ProcessEnv): T {
  const result = which.safeParse(source)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Settings that cannot be used: ${lines.join('; ')}`)
}

/** The server's settings; throws one line that names each unusable setting. */
export const serverEnv = (source: NodeJS.ProcessEnv = process.env): ServerEnv => parsed(schema, source)

/** The worker's settings; throws one line that names each unusable setting. */
export const workerEnv = (source: NodeJS.ProcessEnv = process.env): WorkerEnv => parsed(workerSchema, source)

/** The address that people type for a host of ours, without a path. */
export function publicOrigin(env: Pick<ServerEnv, 'PUBLIC_SCHEME' | 'PUBLIC_PORT' | 'PORT'>, host: string): string {
  const usual = env.PUBLIC_SCHEME === 'https' ? '443' : '80'
  // Behind TLS stands a proxy, and PORT is a number that nobody outside knows.
  const port = env.PUBLIC_PORT ?? (env.PUBLIC_SCHEME === 'https' ? usual : String(env.PORT))
  return `${env.PUBLIC_SCHEME}://${host}${port === usual || port === '' ? '' : `:${port}`}`
}
