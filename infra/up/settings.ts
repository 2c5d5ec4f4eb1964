import { accessSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { secretKeysShape } from '#app/core/secret-keys.server.ts'
import { ClearError } from './clear-error.ts'
import { signInOnce } from './connection.server.ts'
import type { Environment } from './environment.ts'

/** The three ways into the database, each with a login of its own. */
export interface DatabaseUrls {
  /** Runtime: may pass through the doors, owns nothing. */
  readonly DATABASE_URL: string
  /** Owner: migrates and provisions; worker and command line only. */
  readonly OWNER_DATABASE_URL: string
  /** Straight to PostgreSQL, past any pooler: LISTEN and the job queue. */
  readonly DIRECT_DATABASE_URL: string
}

export interface DemoSettings {
  readonly port: number
  readonly dataDir: string
  /** Absent: the embedded PostgreSQL serves. */
  readonly database?: DatabaseUrls
  /** Absent: files lie in the data folder. */
  readonly filesDir?: string
  /** How many invented people come to each demo region before the first start ends. */
  readonly contacts: number
  /** Absent: mail is caught in the data folder. */
  readonly smtpUrl?: string
  /** Absent: SMS are caught in the data folder. */
  readonly smsUrl?: string
}

const databaseNames = ['DATABASE_URL', 'OWNER_DATABASE_URL', 'DIRECT_DATABASE_URL'] as const
const serveNames = [...databaseNames, 'APP_SECRET', 'FILES_DIR', 'SMTP_URL', 'BASE_DOMAIN'] as const
const shortestSecret = 32

/** Reads what `npm start` may be told by the environment. Throws a ClearError naming the wrong one. */
export function readDemoSettings(env: Environment, root: string): DemoSettings {
  return {
    port: readPort(env),
    dataDir: path.resolve(root, env.DATA_DIR || '.data'),
    database: readDatabaseUrls(env),
    filesDir: env.FILES_DIR ? path.resolve(root, env.FILES_DIR) : undefined,
    contacts: readContacts(env),
    smtpUrl: env.SMTP_URL || undefined,
    smsUrl: readSmsUrl(env),
  }
}

/** DEMO_CONTACTS, 400 when it is not given. */
function readContacts(env: Environment): number {
  const given = env.DEMO_CONTACTS || '400'
  if (/^\d{1,4}$/.test(given)) return Number(given)
  throw new ClearError(`DEMO_CONTACTS must be a number from 0 to 9999, not "${given}".`)
}

/** Checks what `npm run serve` must be told. Throws a ClearError that names everything missing at once. */
export function checkServeSettings(env: Environment): { port: number; database: DatabaseUrls } {
  const missing = serveNames.filter((name) => !env[name])
  if (missing.length > 0)
    throw new ClearError(`${missing.join(', ')} must be set; the README has the table of settings.`)
  if ((env.APP_SECRET ?? '').length < shortestSecret) {
    throw new ClearError(`APP_SECRET must have at least ${shortestSecret} characters (openssl rand -hex 32 makes one).`)
  }
  if (env.SECRETS_KEYS && !secretKeysShape.test(env.SECRETS_KEYS))
    throw new ClearError(
      'SECRETS_KEYS must look like new:<base64>,old:<base64>, each key of 32 bytes (openssl rand -base64 32).',
    )
  if (!isUrl(env.SMTP_URL, ['smtp:', 'smtps:'])) throw new ClearError('SMTP_URL must look like smtp://host:587')
  readSmsUrl(env)
  checkFileServices(env)
  const database = readDatabaseUrls(env)
  if (!database) throw new ClearError(`${databaseNames.join(', ')} must be set.`)
  checkFilesDir(env.FILES_DIR ?? '')
  return { port: readPort(env), database }
}

/** PORT, 3000 when it is not given. */
export function readPort(env: Environment): number {
  const given = env.PORT || '3000'
  const port = Number(given)
  if (/^\d{1,5}$/.test(given) && port >= 1 && port <= 65_535) return port
  throw new ClearError(`PORT must be a number from 1 to 65535, not "${given}".`)
}

/** All three database addresses, or undefined when none is given. */
function readDatabaseUrls(env: Environment): DatabaseUrls | undefined {
  const missing = databaseNames.filter((name) => !env[name])
  if (missing.length === databaseNames.length) return undefined
  if (missing.length > 0) {
    const given = databaseNames.filter((name) => env[name]).join(' and ')
    throw new ClearError(`${missing.join(' and ')} must be set too when ${given} is: all three, or none of them.`)
  }
  for (const name of databaseNames) checkDatabaseUrl(name, env[name] ?? '')
  return Object.fromEntries(databaseNames.map((name) => [name, env[name]])) as unknown as DatabaseUrls
}

/** SMS_URL, undefined where none is given. Its password is never shown. */
function readSmsUrl(env: Environment): string | undefined {
  const given = env.SMS_URL || undefined
  if (given === undefined || isUrl(given, ['smpp:', 'smpps:', 'http:', 'https:'])) return given
  throw new ClearError('SMS_URL must look like smpp://id:password@host:2775 or https://login:password@smsc.kz/sys/')
}

/** What keeps and looks into files, where it is not the disk and nobody. */
function checkFileServices({ FILES_S3_URL, CLAMD_URL }: Environment): void {
  if (FILES_S3_URL && !(isUrl(FILES_S3_URL, ['http:', 'https:']) && new URL(FILES_S3_URL).password)) {
    throw new ClearError('FILES_S3_URL must look like https://key:secret@host/bucket?region=name')
  }
  if (CLAMD_URL && !isUrl(CLAMD_URL, ['tcp:', 'unix:'])) {
    throw new ClearError('CLAMD_URL must look like tcp://host:3310 or unix:///run/clamav/clamd.ctl')
  }
}

/** Better told at the start than to the first person who brings a file. */
function checkFilesDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new ClearError(`FILES_DIR ${folder} cannot be written to: ${(error as Error).message}`)
  }
}

function checkDatabaseUrl(name: string, text: string): void {
  const form = `${name} must look like postgres://user:password@host:5432/database`
  if (!isUrl(text, ['postgres:', 'postgresql:'])) throw new ClearError(`${form}.`)
  const url = new URL(text)
  if (!url.username) throw new ClearError(`${form}: the user is missing.`)
  if (url.pathname.length < 2) throw new ClearError(`${form}: the database is missing.`)
}

function isUrl(text: string | undefined, protocols: readonly string[]): boolean {
  return text !== undefined && URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

/** Signs in once with each address, so that a wrong one is named in one line. Passwords are never shown. */
export async function checkConnections(urls: DatabaseUrls): Promise<void> {
  for (const name of databaseNames) {
    const { username, host, pathname } = new URL(urls[name])
    try {
      await signInOnce(urls[name], 5000)
    } catch (error) {
      const reason = (error as Error).message || (error as NodeJS.ErrnoException).code || 'no answer'
      throw new ClearError(`${name} (${username}@${host}${pathname}) does not work: ${reason}`)
    }
  }
}
