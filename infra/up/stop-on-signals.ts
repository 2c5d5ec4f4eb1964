export interface StopRequest {
  /** Fires at the first request to stop. */
  readonly signal: AbortSignal
  /** Resolves at the same moment. */
  readonly until: Promise<undefined>
}

/** One press of Ctrl-C arrives from the terminal, from npm and from the bootstrap: copies this close together are one. */
const onePressMs = 1000

/**
 * Listens for every way of being told to stop: Ctrl-C, SIGTERM, a closed terminal, and a parent that was killed (the
 * channel to it closes). A second Ctrl-C ends this process at once; its children notice that by their own channels.
 */
export function stopOnSignals(onStop: () => void, onForce: () => void = () => {}): StopRequest {
  const controller = new AbortController()
  let asked = 0
  const stop = () => {
    if (controller.signal.aborted) {
      if (Date.now() - asked < onePressMs) return
      onForce()
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
  const until = new Promise<undefined>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  return { signal: controller.signal, until }
}
