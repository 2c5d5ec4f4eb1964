import path from 'node:path'
import { serverEnv, type ServerEnv } from '#app/core/env.server.ts'
import { record } from '#app/core/journal.server.ts'
import { inTransaction } from '#app/core/transaction.server.ts'
import { openInstallation, type Installation } from '#app/contexts.server.ts'
import { ClearError } from '#infra/up/clear-error.ts'
import { demoEnvironment } from '#infra/up/embedded-urls.ts'
import type { Environment } from '#infra/up/environment.ts'
import { keyMarkOf } from '#tenants/archives/manifest.ts'

/** What the commands work with. */
export interface Tools {
  readonly urls: { readonly runtime: string; readonly owner: string; readonly direct: string }
  readonly env: ServerEnv
  readonly installation: Installation
  /** Tells keys of this installation from another's, and nothing of the keys. */
  readonly keyMark: string
  /** Says how far it is, on a terminal alone. */
  readonly progress: (line: string) => void
  /** The hosts that were asked for, or the one that a region has by its name. Throws ClearError for one that is none. */
  hostsOf(slug: string, asked: readonly string[]): readonly string[]
  /** Writes into the platform's journal that something was done to a region. */
  note(event: string, slug: string): Promise<void>
  close(): Promise<void>
}

/** Opens the installation that the environment names, or the demo's. Throws ClearError where there is neither. */
export function openTools(given: Environment, terminal: { isTTY?: boolean; write(text: string): unknown }): Tools {
  const folder = path.resolve(given.DATA_DIR || '.data')
  const own = given.DATABASE_URL ? given : { ...given, ...demoEnvironment(folder) }
  if (!own.DATABASE_URL)
    throw new ClearError(`There is no database: set DATABASE_URL and the others, or start the demo in ${folder} first.`)
  const missing = ['OWNER_DATABASE_URL', 'DIRECT_DATABASE_URL'].filter((name) => !own[name])
  if (missing.length > 0) throw new ClearError(`${missing.join(' and ')} must be set too.`)
  const env = settingsOf(own)
  const installation = openInstallation(env, 'bir-tereze-tenants')
  let shown = false
  const progress = (line: string) => {
    if (!terminal.isTTY) return
    terminal.write(`\r\u001b[K${line}`)
    shown = true
  }
  return {
    urls: {
      runtime: env.DATABASE_URL,
      owner: own.OWNER_DATABASE_URL ?? '',
      direct: own.DIRECT_DATABASE_URL ?? '',
    },
    env,
    installation,
    keyMark: keyMarkOf(env.APP_SECRET),
    progress,
    hostsOf: (slug, asked) => checkedHosts(asked.length > 0 ? asked : [`${slug}.${env.BASE_DOMAIN}`], installation),
    note: async (event, slug) => {
      const { ctx, close } = installation.platformJob()
      await inTransaction(ctx, (ctx) => record(ctx, { event, subjectKind: 'tenant', subjectId: slug })).finally(close)
    },
    close: async () => {
      if (shown) terminal.write('\r\u001b[K')
      await installation.close()
    },
  }
}

function settingsOf(env: Environment): ServerEnv {
  try {
    return serverEnv(env as NodeJS.ProcessEnv)
  } catch (error) {
    throw new ClearError((error as Error).message)
  }
}

const hostPattern = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

function checkedHosts(asked: readonly string[], { platformHost }: Installation): readonly string[] {
  const hosts = [...new Set(asked.map((host) => host.toLowerCase()))]
  const wrong = hosts.find((host) => !hostPattern.test(host))
  if (wrong !== undefined)
    throw new ClearError(`${wrong} is no host: letters, digits, hyphens and dots, without scheme and port`)
  if (hosts.includes(platformHost)) throw new ClearError(`${platformHost} is the platform's own host`)
  return hosts
}

/** Bytes for people. */
export const sizeOf = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let [size, at] = [bytes, 0]
  while (size >= 1024 && at < units.length - 1) [size, at] = [size / 1024, at + 1]
  return `${at === 0 ? size : size.toFixed(1)} ${units[at]}`
}
