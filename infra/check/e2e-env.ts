import { fork } from 'node:child_process'
import path from 'node:path'
import { asProcessEnv } from '#infra/up/environment.ts'
import { freePort } from '#infra/up/processes.ts'
import type { DemoSignIns } from '#infra/up/summary.ts'
import { makeThrowaway } from '#infra/up/throwaway.ts'

export interface ThrowawayDemo {
  /** The platform's address; portals and sign-ins stand in `signIns`. */
  readonly url: string
  readonly port: number
  readonly mailDir: string
  readonly smsDir: string
  readonly dataDir: string
  readonly signIns: DemoSignIns
  stop(): Promise<void>
}

const startWithinMs = 180_000

/**
 * The built product as `npm start` runs it, with a data folder and a port of its own. It ends with this process,
 * even when that is killed. Throws with what it said when it does not start.
 */
export async function startThrowawayDemo(env: Record<string, string> = {}): Promise<ThrowawayDemo> {
  const place = await makeThrowaway()
  try {
    const demo = await startDemoIn(place.dataDir, env)
    return {
      ...demo,
      stop: async () => {
        await demo.stop()
        await place.remove()
      },
    }
  } catch (error) {
    await place.remove()
    throw error
  }
}

/** The same in a data folder that stays when it is stopped. */
export async function startDemoIn(dataDir: string, env: Record<string, string> = {}): Promise<ThrowawayDemo> {
  const port = await freePort()
  const child = fork(path.resolve(import.meta.dirname, '../up/start.ts'), [], {
    env: asProcessEnv({
      ...withoutOwnSettings(process.env),
      // Tests bring what they look at.
      DEMO_CONTACTS: '0',
      // Far ends of the tests stand on this machine.
      OUTBOUND_ALLOW: '127.0.0.1',
      ...env,
      DATA_DIR: dataDir,
      PORT: String(port),
    }),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  const ready = new Promise<ReadyMessage>((resolve, reject) => {
    child.once('message', (message) => resolve(message as ReadyMessage))
    void gone.then(() => reject(new Error(`the demo did not start:\n${said}`)))
    setTimeout(() => reject(new Error(`the demo was not ready in time:\n${said}`)), startWithinMs).unref()
  })
  try {
    const { url, mailDir, smsDir, signIns } = await ready
    return { url, port, mailDir, smsDir, dataDir, signIns, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface ReadyMessage {
  readonly url: string
  readonly mailDir: string
  readonly smsDir: string
  readonly signIns: DemoSignIns
}

/** The person's own settings for `npm start` are not meant for the tests. */
function withoutOwnSettings(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const own =
    /^(DATABASE_URL|OWNER_DATABASE_URL|DIRECT_DATABASE_URL|SMTP_URL|SMS_URL|APP_SECRET|SECRETS_KEYS|OUTBOUND_ALLOW|BASE_DOMAIN|NODE_OPTIONS)$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)))
}
