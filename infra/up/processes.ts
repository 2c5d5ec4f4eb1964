import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** True when the process exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/**
 * Something that tells this process from a later one with the same number: its start time and the boot it belongs to.
 * Undefined when the process is gone.
 */
export function identityOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${startTicks(readFileSync(`/proc/${pid}/stat`, 'utf8'))}`
  } catch {
    return undefined
  }
}

/** The command line of a process as one string, empty when it is gone. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    }
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Field 22 of /proc/<pid>/stat. The second field may hold spaces and brackets, so it is counted from its end. */
export function startTicks(stat: string): string {
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = afterName[19]
  if (!ticks) throw new Error('unreadable process record')
  return ticks
}

/** A dead child that nobody has waited for yet still has a number (PID 1 of a container may never wait). */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat[stat.lastIndexOf(')') + 2] === 'Z'
  } catch {
    return true
  }
}

/** Asks `condition` again and again until it holds; false when `timeoutMs` passed first. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  everyMs = 20,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (!(await condition())) {
    if (Date.now() > deadline) return false
    await delay(everyMs)
  }
  return true
}

/** Sends each signal in turn until the process is gone, giving each its time. True when it is gone. */
export async function endProcess(pid: number, steps: readonly (readonly [NodeJS.Signals, number])[]): Promise<boolean> {
  for (const [signal, patienceMs] of steps) {
    if (!isAlive(pid)) return true
    try {
      process.kill(pid, signal)
    } catch {
      continue
    }
    if (await waitFor(() => !isAlive(pid), patienceMs)) return true
  }
  return !isAlive(pid)
}

/** Why nobody can listen on the port: 'EADDRINUSE', 'EACCES', …; undefined when it is free. */
export function whyPortIsTaken(port: number, host?: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}

/** A port of the loopback address that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
