import type { Server } from 'node:http'

/**
 * Calls `stop` once, at SIGTERM, SIGINT or when the parent process is gone, and exits when it has finished. What hangs
 * longer than `patience` milliseconds is left behind.
 */
export function stopGracefully(stop: () => Promise<void>, patience: number): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patience).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
  process.on('disconnect', begin)
}

/** Takes no new connection and waits for the requests under way. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
