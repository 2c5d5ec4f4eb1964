import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readJson, writePrivateJson } from '#infra/up/files.ts'
import { isSame, know, type KnownProcess } from '#infra/up/launchers.ts'
import { endProcess, freePort, waitFor, whyPortIsTaken } from '#infra/up/processes.ts'

/** A real PgBouncer before a test's database, in transaction mode. */
export interface PgBouncer {
  /** The runtime's address through PgBouncer. */
  readonly url: string
  stop(): Promise<void>
}

const prefix = 'bir-tereze-pgbouncer-'
const stopSteps = [
  ['SIGTERM', 2000],
  ['SIGKILL', 2000],
] as const

/** Who started one, and its process: the next test run stops what a killed one left. */
interface Owned {
  readonly owner?: KnownProcess
  readonly bouncer?: KnownProcess
}

/**
 * Starts Debian's PgBouncer for one login of one database. It does nothing for a connection that changes hands: no
 * reset query runs in transaction mode. Throws a line that names the package when it is not installed.
 */
export async function startPgBouncer(runtimeUrl: string, serverConnections: number): Promise<PgBouncer> {
  const program = findProgram()
  await stopLeftovers()
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), prefix))
  const { username, password, hostname, port: serverPort, pathname } = new URL(runtimeUrl)
  const settings = path.join(folder, 'pgbouncer.ini')
  const users = path.join(folder, 'users.txt')
  writeFileSync(users, `"${username}" "${password}"\n`)
  writeFileSync(
    settings,
    [
      '[databases]',
      `${pathname.slice(1)} = host=${hostname} port=${serverPort}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      `default_pool_size = ${serverConnections}`,
      'max_client_conn = 100',
      '',
    ].join('\n'),
  )
  const user = unprivileged()
  if (user) for (const file of [folder, settings, users]) chownSync(file, user.uid, user.gid)
  for (const file of [settings, users]) chmodSync(file, 0o600)

  const child = spawn(program, [settings], { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  if (child.pid) {
    const owned: Owned = { owner: know(process.pid), bouncer: know(child.pid) }
    writePrivateJson(path.join(folder, 'owner.json'), owned)
  }
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const gone = once(child, 'close')
  const stop = async () => {
    if (child.pid) await endProcess(child.pid, stopSteps)
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  const listening = async () => child.exitCode !== null || (await whyPortIsTaken(port, '127.0.0.1')) !== undefined
  if (!(await waitFor(listening, 10_000)) || child.exitCode !== null) {
    await stop()
    throw new Error(`PgBouncer did not start: ${said.trim().split('\n').at(-1)}`)
  }
  const url = new URL(runtimeUrl)
  url.port = String(port)
  return { url: url.href, stop }
}

async function stopLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name)
    const { owner, bouncer } = readJson<Owned>(path.join(folder, 'owner.json')) ?? {}
    if (!owner || isSame(owner)) continue
    if (bouncer && isSame(bouncer)) await endProcess(bouncer.pid, stopSteps)
    rmSync(folder, { recursive: true, force: true })
  }
}

function findProgram(): string {
  const folders = ['/usr/sbin', ...(process.env.PATH ?? '').split(path.delimiter)]
  const program = folders.map((folder) => path.join(folder, 'pgbouncer')).find((file) => existsSync(file))
  if (program) return program
  throw new Error('PgBouncer is not installed, and the tests of the doors need it: apt-get install pgbouncer')
}

/** PgBouncer refuses to run as root: the user that Debian made for PostgreSQL, or nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('PgBouncer refuses to run as root, and there is neither a user postgres nor nobody')
}
