import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { deferred } from './deferred.ts'
import { asProcessEnv, type Environment } from './environment.ts'
import { endProcess, waitFor } from './processes.ts'

export interface ProcessPlan {
  readonly name: string
  /** Script and arguments for this Node. */
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Environment
  /** Asked until it says yes; without it the process says so itself by the message `{ type: 'ready' }`. */
  readonly probe?: () => Promise<boolean>
  readonly readyWithinMs: number
  /** How often in a row it may die before it is given up. */
  readonly restarts: number
  /** True: a death before the first readiness is also answered by a restart. */
  readonly patient?: boolean
  readonly onLine: (line: string, from: 'stdout' | 'stderr') => void
  /** Told in one line when it died, and what is done about it. */
  readonly onTrouble: (line: string) => void
  /** Told of each new process. */
  readonly onSpawn?: (pid: number) => void
}

export interface Supervised {
  /** Resolves at the first readiness; rejects when it never came. */
  readonly ready: Promise<void>
  /** Resolves with the reason when the process is given up. */
  readonly givenUp: Promise<string>
  /** Asks it to stop, and forces it after the grace. */
  stop(graceMs: number): Promise<void>
  /** Kills it at once, without waiting. */
  kill(): void
}

const firstPauseMs = 500
const longestPauseMs = 30_000
/** Having lived this long it counts as well again. */
const healthyMs = 60_000

/** Keeps one Node process running: starts it, tells when it is ready, restarts it when it dies, stops it. */
export function supervise(plan: ProcessPlan): Supervised {
  const ready = deferred<void>()
  const givenUp = deferred<string>()
  ready.promise.catch(() => {})
  const stopping = new AbortController()
  let child: ChildProcess | undefined
  let wasReady = false
  let deaths = 0

  const giveUp = (reason: string) => {
    ready.reject(new Error(reason))
    givenUp.resolve(reason)
  }

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      const started = Date.now()
      const current = launch(plan)
      child = current.child
      const { exited } = current
      void current.ready.then((isReady) => {
        if (isReady) wasReady = true
        if (isReady) ready.resolve()
        else if (!wasReady && !plan.patient && isRunning(current.child)) {
          giveUp(`${plan.name} was not ready after ${plan.readyWithinMs / 1000} s`)
        }
      })
      const how = await exited
      if (stopping.signal.aborted) return
      if (!wasReady && !plan.patient) return giveUp(`${plan.name} ended before it was ready (${how})`)
      deaths = Date.now() - started > healthyMs ? 1 : deaths + 1
      if (deaths > plan.restarts) return giveUp(`${plan.name} died ${deaths} times (${how})`)
      const pause = Math.min(firstPauseMs * 2 ** (deaths - 1), longestPauseMs)
      plan.onTrouble(`${plan.name} died (${how}); starting it again in ${pause / 1000} s`)
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const finished = keepRunning()

  return {
    ready: ready.promise,
    givenUp: givenUp.promise,
    async stop(graceMs) {
      stopping.abort()
      if (child?.pid && isRunning(child))
        await endProcess(child.pid, [
          ['SIGTERM', graceMs],
          ['SIGKILL', 1000],
        ])
      await finished
    },
    kill() {
      stopping.abort()
      child?.kill('SIGKILL')
    },
  }
}

function launch(plan: ProcessPlan) {
  // Detached: a terminal's Ctrl-C is for the supervisor, which stops its processes in order.
  // The ipc channel closes when the supervisor is killed, and the process stops by itself.
  const child = spawn(process.execPath, [...plan.args], {
    cwd: plan.cwd,
    env: asProcessEnv(plan.env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  if (child.pid) plan.onSpawn?.(child.pid)
  for (const from of ['stdout', 'stderr'] as const) {
    const input = child[from]
    if (input) createInterface({ input }).on('line', (line) => plan.onLine(line, from))
  }
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  let said = false
  child.on('message', (message: unknown) => {
    if (typeof message === 'object' && message && 'type' in message && message.type === 'ready') said = true
  })
  const isReady = plan.probe ?? (() => Promise.resolve(said))
  const ready = waitFor(async () => !isRunning(child) || (await isReady()), plan.readyWithinMs, 25)
  return { child, exited, ready: ready.then((inTime) => inTime && isRunning(child)) }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}
