import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { TestProduct } from './product.ts'

/** A real worker process of a throwaway product. */
export interface TestWorker {
  start(): Promise<void>
  /** Sends the signal and waits for the end; nothing where none runs. */
  stop(signal: NodeJS.Signals): Promise<void>
}

/** A worker that is not started yet; its mail goes to the given port of this machine. `more` is its further environment. */
export function testWorker(
  { database: { urls }, filesDir }: TestProduct,
  mailPort: () => number,
  more: Readonly<Record<string, string>> = {},
): TestWorker {
  let worker: ChildProcess | undefined
  return {
    start: async () => {
      worker = spawn(process.execPath, [path.resolve('infra/worker/main.ts')], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          DATABASE_URL: urls.runtime,
          DIRECT_DATABASE_URL: urls.direct,
          FILES_DIR: filesDir,
          APP_SECRET: 'a secret of the tests, long enough to be one',
          BASE_DOMAIN: 'localhost',
          SMTP_URL: `smtp://127.0.0.1:${mailPort()}`,
          LOG_LEVEL: 'silent',
          ...more,
        },
      })
      const ended = once(worker, 'exit').then(() => Promise.reject(new Error('the worker did not start')))
      await Promise.race([once(worker, 'message'), ended])
    },
    stop: async (signal) => {
      if (!worker || worker.exitCode !== null || worker.signalCode !== null) return
      const gone = once(worker, 'exit')
      worker.kill(signal)
      await gone
    },
  }
}
