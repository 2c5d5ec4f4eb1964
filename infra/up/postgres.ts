import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { ClearError } from './clear-error.ts'
import { signInOnce } from './connection.server.ts'
import { openDataDir } from './data-dir.ts'
import { asProcessEnv } from './environment.ts'
import { readJson, writePrivateJson } from './files.ts'
import { findPostgresHome, outsideFolder, type PostgresHome } from './postgres-home.ts'
import { commandLineOf, endProcess, freePort, isAlive, waitFor, whyPortIsTaken } from './processes.ts'

export interface PostgresOptions {
  /** A data folder as openDataDir makes it; PostgreSQL's files lie in it unless its user cannot reach it. */
  readonly dataDir: string
  /** Told in one line what a person should know. */
  readonly log?: (line: string) => void
  /** False for throwaway clusters: nothing is flushed to disk, so a crash of the machine may destroy them. */
  readonly durable?: boolean
}

export interface RunningPostgres {
  readonly superuserUrl: string
  readonly port: number
  /** True when it already ran: its Node was killed and it lived on. */
  readonly adopted: boolean
  /** Resolves when PostgreSQL is gone, by `stop` or by itself. */
  readonly gone: Promise<void>
  /** Stops PostgreSQL and waits until it is gone: gracefully, then without a checkpoint, then by force. */
  stop(): Promise<void>
  /** Has PostgreSQL end at once, without waiting; its next start recovers. */
  kill(): void
}

interface Kept {
  readonly password: string
  readonly port: number
}

const host = '127.0.0.1'
const readyWithinMs = 60_000
const stopSteps = [
  ['SIGINT', 2500],
  ['SIGQUIT', 1000],
  ['SIGKILL', 500],
] as const
const maxLogBytes = 10_000_000

/**
 * Starts the data folder's PostgreSQL, or adopts the one that already serves it. Loopback only, password required.
 * Makes the cluster on first use; a making that was cut off is done again. Throws a ClearError with one line.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, log = () => {}, durable = true } = options
  const dir = openDataDir(dataDir)
  const home = findPostgresHome(dir.root, log)
  const keptFile = path.join(dir.root, 'postgres.json')
  let kept = readKept(keptFile)
  if (!kept && !home.cluster.startsWith(dir.root)) await setAside(home.cluster, log)
  if (!existsSync(home.cluster)) {
    kept ??= { password: randomBytes(24).toString('hex'), port: await freePort() }
    writePrivateJson(keptFile, kept)
    createCluster(home, kept.password, durable)
  } else if (!kept) {
    throw new ClearError(`${keptFile} is missing, and with it the password of the database in ${home.cluster}.`)
  }

  const running = await findRunning(home.cluster)
  if (running) {
    await waitUntilReady(home.cluster, running.pid)
    await checkPassword(running.port, kept.password)
    return handle(running.pid, running.port, kept.password, true, watchUntilGone(running.pid))
  }
  if (await whyPortIsTaken(kept.port, host)) {
    kept = { ...kept, port: await freePort() }
    writePrivateJson(keptFile, kept)
  }
  const logFile = path.join(dir.log, 'postgres.log')
  const started = await spawnUntilReady(home, kept.port, durable, logFile)
  await checkPassword(kept.port, kept.password)
  return handle(started.pid, kept.port, kept.password, false, started.gone)
}

/** Stops whatever serves the data folder and deletes PostgreSQL's files, also those kept outside it. */
export async function removePostgres(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return
  const outside = outsideFolder(dataDir)
  for (const cluster of [path.join(dataDir, 'postgres'), path.join(outside, 'postgres')]) {
    const running = existsSync(cluster) ? await findRunning(cluster) : undefined
    if (running)
      await endProcess(running.pid, [
        ['SIGQUIT', 5000],
        ['SIGKILL', 2000],
      ])
    rmSync(cluster, { recursive: true, force: true })
  }
  if (existsSync(outside) && statSync(outside).uid === process.getuid?.())
    rmSync(outside, { recursive: true, force: true })
}

/** A cluster outside whose data folder was deleted: its password is lost, and a new folder begins with a new one. */
async function setAside(cluster: string, log: (line: string) => void): Promise<void> {
  if (!existsSync(cluster)) return
  const running = await findRunning(cluster)
  if (running) await endProcess(running.pid, stopSteps)
  const aside = `${cluster}.old`
  rmSync(aside, { recursive: true, force: true })
  renameSync(cluster, aside)
  log(`the database of a deleted data folder was moved aside to ${aside}`)
}

function readKept(file: string): Kept | undefined {
  const { password, port } = readJson<Kept>(file) ?? {}
  return password && port ? { password, port } : undefined
}

/** Runs initdb beside the final place and moves the result there, so that a cluster is whole or absent. */
function createCluster(home: PostgresHome, password: string, durable: boolean): void {
  const beside = path.dirname(home.cluster)
  const prefix = `${path.basename(home.cluster)}.new-`
  for (const name of readdirSync(beside)) {
    if (name.startsWith(prefix)) rmSync(path.join(beside, name), { recursive: true, force: true, maxRetries: 5 })
  }
  // A name of its own: an initdb whose parent was killed may still be writing under the old one.
  const unfinished = path.join(beside, prefix + randomBytes(4).toString('hex'))
  const passwordFile = `${unfinished}.password`
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' })
  const { uid, gid } = home.user
  if (uid !== undefined && gid !== undefined) for (const file of [unfinished, passwordFile]) chownSync(file, uid, gid)
  const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions']
  const words = [`--locale=${plainLocale()}`, '--locale-provider=icu', '--icu-locale=kk-KZ', '--encoding=UTF8']
  const sync = durable ? [] : ['--no-sync']
  try {
    execFileSync(path.join(home.bin, 'initdb'), [`--pgdata=${unfinished}`, ...flags, ...words, ...sync], {
      ...processOptions(home),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim()
    throw new ClearError(`PostgreSQL could not make its data folder: ${said.split('\n').at(-1)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, home.cluster)
}

/** The C library's locale beside ICU's: it decides what full-text search takes for a letter. */
function plainLocale(): string {
  try {
    const known = execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return known.split('\n').find((name) => /^(C|en_US)\.utf-?8$/i.test(name)) ?? 'C'
  } catch {
    return 'C'
  }
}

/** A clean environment: PG* variables of the machine must not steer this server. */
function processOptions(home: PostgresHome) {
  const { PATH = '/usr/bin:/bin' } = process.env
  return { ...home.user, cwd: '/', env: asProcessEnv({ PATH, LC_ALL: 'C', TZ: 'UTC' }) }
}

/** What postmaster.pid says, if the file is there. */
function readPidFile(cluster: string): { pid: number; port: number; state: string } | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), state: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/** The postmaster that serves this very folder; clears away the file of one whose number now belongs to another process. */
async function findRunning(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const found = readPidFile(cluster)
  if (!found?.pid || !isAlive(found.pid)) return undefined
  const command = commandLineOf(found.pid)
  if (!command.includes(`-D ${cluster} `)) {
    // PostgreSQL itself would refuse to start beside a live process of that number, whatever it is.
    if (!command.includes('postgres')) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  if (found.state !== 'stopping') return found
  await waitFor(() => !isAlive(found.pid), readyWithinMs)
  return undefined
}

async function waitUntilReady(cluster: string, pid: number): Promise<boolean> {
  // The file may still be the one of a killed predecessor.
  const ready = () => {
    const now = readPidFile(cluster)
    return now?.pid === pid && now.state === 'ready'
  }
  await waitFor(() => ready() || !isAlive(pid), readyWithinMs, 10)
  return ready() && isAlive(pid)
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: host,
    unix_socket_directories: '',
    max_locks_per_transaction: 1024,
    wal_level: 'logical',
    shared_buffers: '128MB',
    password_encryption: 'scram-sha-256',
    // The log is no place for what people wrote: neither the failed statement nor the row it stumbled on.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Starts a postmaster; when backends of a killed one still hold its memory, waits for them to notice and leave. */
async function spawnUntilReady(home: PostgresHome, port: number, durable: boolean, logFile: string) {
  const deadline = Date.now() + 15_000
  for (;;) {
    if (existsSync(logFile) && statSync(logFile).size > maxLogBytes) renameSync(logFile, `${logFile}.old`)
    const logStart = existsSync(logFile) ? statSync(logFile).size : 0
    const output = openSync(logFile, 'a', 0o600)
    // Detached: a terminal's Ctrl-C must not stop the database before those who use it.
    const child = spawn(path.join(home.bin, 'postgres'), ['-D', home.cluster, ...settings(port, durable)], {
      ...processOptions(home),
      detached: true,
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    child.unref()
    const gone = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
    const { pid } = child
    const ready = pid === undefined ? false : await waitUntilReady(home.cluster, pid)
    if (pid !== undefined && ready) return { pid, gone }
    const said = readFileSync(logFile, 'utf8').slice(logStart)
    if (!said.includes('pre-existing shared memory block') || Date.now() > deadline) {
      const reason = said.split('\n').findLast((line) => /FATAL|ERROR|PANIC/.test(line))
      throw new ClearError(`PostgreSQL did not start: ${reason?.trim() ?? 'it said nothing'} (${logFile})`)
    }
  }
}

async function checkPassword(port: number, password: string): Promise<void> {
  try {
    await signInOnce(superuserUrl(port, password), 10_000)
  } catch (error) {
    throw new ClearError(`The embedded PostgreSQL on port ${port} does not answer: ${(error as Error).message}`)
  }
}

function superuserUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@${host}:${port}/postgres`
}

async function watchUntilGone(pid: number): Promise<void> {
  await waitFor(() => !isAlive(pid), Number.POSITIVE_INFINITY, 500)
}

function handle(pid: number, port: number, password: string, adopted: boolean, gone: Promise<void>): RunningPostgres {
  const stop = async () => {
    await endProcess(pid, stopSteps)
  }
  return { superuserUrl: superuserUrl(port, password), port, adopted, gone, stop, kill: () => signal(pid, 'SIGQUIT') }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is already gone.
  }
}
