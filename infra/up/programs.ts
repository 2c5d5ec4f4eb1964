import { existsSync } from 'node:fs'
import { get } from 'node:http'
import path from 'node:path'
import { ClearError } from './clear-error.ts'
import type { Environment } from './environment.ts'
import { runToEnd } from './run-child.ts'
import type { DatabaseUrls } from './settings.ts'

export const root = path.resolve(import.meta.dirname, '../..')

/** Scripts of the product that this folder runs, relative to the root. */
export const programs = {
  prepare: 'infra/cli/prepare.ts',
  built: { server: 'build/server/server.js', worker: 'build/server/worker.js' },
  dev: { server: 'infra/server/dev.ts', worker: 'infra/worker/dev.ts' },
} as const

/**
 * The young generation would grow to some 48 MB in each process and stay there; these idle most of the day. Measured after
 * a minute of idling: the worker 24 MB less.
 */
export const nodeFlags = { server: ['--max-semi-space-size=8'], worker: ['--max-semi-space-size=2'] } as const

/** The environment for the product's processes: what the machine gives, without npm's talk and other processes' keys. */
export function baseEnvironment(): Environment {
  const withheld = /^(npm_|DATABASE_URL$|OWNER_DATABASE_URL$|DIRECT_DATABASE_URL$|SUPERUSER_DATABASE_URL$|DEMO_)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !withheld.test(name)))
}

export interface PrepareOptions {
  readonly database: DatabaseUrls
  readonly env: Environment
  readonly args?: readonly string[]
  readonly signal?: AbortSignal
  readonly onLine: (line: string) => void
}

/** Roles, fences, migrations, demo regions. Throws a ClearError with the program's own words when it refuses. */
export async function prepareDatabase(options: PrepareOptions): Promise<void> {
  const { database, env, args = [], signal, onLine } = options
  const { code, errors } = await runToEnd([programs.prepare, ...args], {
    cwd: root,
    env: { ...env, ...database },
    signal,
    onLine,
  })
  if (code !== 0) throw new ClearError(errors.trim() || `${programs.prepare} ended with code ${code}`)
}

/** True when the server on this port says that it can serve. */
export function isServing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', agent: false, timeout: 2000 }, (reply) => {
      reply.resume()
      resolve(reply.statusCode === 200)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

/** A place for a process's log lines that also tells the terminal about errors. */
export function describeLine(name: string, line: string, from: 'stdout' | 'stderr'): string | undefined {
  if (line.trim() === '') return undefined
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } }
    if ((entry.level ?? 0) < 50) return undefined
    return `${name}: ${[entry.msg, entry.err?.message].filter(Boolean).join(': ')}`
  } catch {
    const isNoise = from === 'stdout' || /Warning:|--trace-(warnings|deprecation)/.test(line)
    return isNoise ? undefined : `${name}: ${line}`
  }
}

/** Throws a ClearError when a script that must run is not there. */
export function requireProgram(script: string): void {
  if (!existsSync(path.join(root, script))) throw new ClearError(`${script} is missing; run npm run build.`)
}
