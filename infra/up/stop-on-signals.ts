import { isSame, launchersOf } from './launchers.ts'

export interface StopRequest {
  /** Fires at the first request to stop. */
  readonly signal: AbortSignal
  /** Resolves at the same moment. */
  readonly until: Promise<undefined>
  /** Fires at the second request, just before this process ends: listeners kill what they started. */
  readonly force: AbortSignal
}

/** One press of Ctrl-C arrives from the terminal, from npm and from the bootstrap: copies this close together are one. */
const onePressMs = 1000
const launcherWatchMs = 1000

/**
 * Listens for every way of being told to stop: Ctrl-C, SIGTERM, a closed terminal, and a parent that was killed (the
 * channel to it closes). A second Ctrl-C ends this process at once.
 */
export function stopOnSignals(onStop: () => void): StopRequest {
  const controller = new AbortController()
  const force = new AbortController()
  let asked = 0
  const stop = () => {
    if (controller.signal.aborted) {
      if (Date.now() - asked < onePressMs) return
      force.abort()
      process.exit(130)
    }
    asked = Date.now()
    onStop()
    controller.abort(new Error('stopped'))
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  if (process.channel) {
    process.once('disconnect', stop)
    // Listening must not keep a finished process alive.
    process.channel.unref()
  }
  watchLaunchers(() => controller.signal.aborted || stop())
  const until = new Promise<undefined>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  return { signal: controller.signal, until, force: force.signal }
}

/**
 * npm passes SIGTERM to its shell, which dies without passing it on, and a killed npm says nothing at all: their end is
 * seen by looking. Elsewhere than on Linux a look costs a process of its own and is left out.
 */
function watchLaunchers(onGone: () => void): void {
  if (process.platform !== 'linux') return
  const launchers = launchersOf(process.pid)
  if (launchers.length === 0) return
  const watch = setInterval(() => {
    if (launchers.every(isSame)) return
    clearInterval(watch)
    onGone()
  }, launcherWatchMs)
  watch.unref()
}
