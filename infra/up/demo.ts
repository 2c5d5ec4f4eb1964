import { chmodSync, createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { build, isBuilt } from './build.ts'
import { ClearError } from './clear-error.ts'
import { deferred } from './deferred.ts'
import type { Environment } from './environment.ts'
import { openDataDir, openSecrets, type DataDir, type Secrets } from './data-dir.ts'
import { embeddedUrls } from './embedded-urls.ts'
import { readJson } from './files.ts'
import { startMailbox } from './mailbox.ts'
import { startMessageCentre } from './message-centre.ts'
import { startPostgres } from './postgres.ts'
import { whyPortIsTaken } from './processes.ts'
import { nodeFlags, baseEnvironment, describeLine, isServing, prepareDatabase, programs, root } from './programs.ts'
import { endLeftovers, openRunRecord } from './run-record.ts'
import { checkConnections, type DatabaseUrls, type DemoSettings } from './settings.ts'
import type { DemoSignIns } from './summary.ts'
import { supervise, type Supervised } from './supervise.ts'
import type { Terminal } from './terminal.ts'

export interface DemoOptions extends DemoSettings {
  readonly terminal: Terminal
  /** True: the server works from the sources and reloads; nothing is built. */
  readonly dev?: boolean
  /** False for a throwaway demo: its database may be lost when the machine crashes. */
  readonly durable?: boolean
  /** Stops a start that is under way. */
  readonly signal?: AbortSignal
  /** Kills at once what was started, for a person who will not wait. */
  readonly force?: AbortSignal
}

export interface Demo {
  readonly url: string
  readonly signIns: DemoSignIns
  /** Folder of caught mail; absent when SMTP_URL sends it away. */
  readonly mailDir?: string
  /** Folder of caught SMS; absent when SMS_URL sends them away. */
  readonly smsDir?: string
  /** Resolves with one line when something died for good; the rest still runs and should be stopped. */
  readonly failed: Promise<string>
  /** Stops server, worker, mail and database, in this order, within 10 seconds. */
  stop(): Promise<void>
}

const serverGraceMs = 4000
const workerGraceMs = 2500
const readyWithinMs = 60_000
const restarts = 3
const maxLogBytes = 10_000_000

/** Starts everything of the demo. When it throws or is aborted, whatever it had started is stopped again. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { terminal, port, signal } = options
  const stops: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next()
  }
  try {
    const dir = openDataDir(options.dataDir)
    const ended = await endLeftovers(dir.runFile)
    if (ended.length > 0) terminal.say(`✓ ended what a killed start had left: ${ended.join(', ')}`)
    await requirePort(port)
    const url = `http://localhost:${port}`
    const record = openRunRecord(dir.runFile, url)
    stops.push(() => record.remove())

    const secrets = openSecrets(dir)
    const failed = deferred<string>()
    const { urls } = await bothOrNeither(
      signal,
      (both) => (options.dev || isBuilt(root) ? Promise.resolve() : terminal.step('built', () => build(root, both))),
      (both) => openDatabase(options, dir, secrets, stops, failed.resolve, both),
    )

    const mailbox = options.smtpUrl ? undefined : await startMailbox(dir.mail)
    if (mailbox) stops.push(() => mailbox.stop())
    const centre = options.smsUrl ? undefined : await startMessageCentre(dir.sms)
    if (centre) stops.push(() => centre.stop())
    const env = {
      ...commonEnvironment(options, dir, secrets),
      SMS_URL: options.smsUrl ?? centre?.url ?? '',
      SMTP_URL: options.smtpUrl ?? mailbox?.url ?? '',
    }
    signal?.throwIfAborted()
    const plan = (name: 'server' | 'worker', extra: Environment, probe?: () => Promise<boolean>) => {
      const script = options.dev ? programs.dev[name] : programs.built[name]
      const log = openLog(path.join(dir.log, `${name}.log`))
      const running = supervise({
        name,
        args: [...nodeFlags[name], script],
        cwd: root,
        env: { ...env, ...extra },
        probe,
        readyWithinMs,
        restarts,
        onLine(line, from) {
          log.write(`${line}\n`)
          const told = describeLine(name, line, from)
          if (told) terminal.say(`! ${told}`)
        },
        onTrouble: (line) => terminal.say(`! ${line}`),
        onSpawn: (pid) => record.addChild(name, pid),
      })
      void running.givenUp.then(failed.resolve)
      options.force?.addEventListener('abort', () => running.kill())
      return running
    }
    const { DATABASE_URL, DIRECT_DATABASE_URL, OWNER_DATABASE_URL } = urls
    const worker = plan('worker', { DATABASE_URL, DIRECT_DATABASE_URL, OWNER_DATABASE_URL })
    stops.push(() => worker.stop(workerGraceMs))
    const demoOnly = {
      DEMO_SIGN_INS: dir.demoFile,
      ...(mailbox ? { DEMO_MAIL_DIR: dir.mail } : {}),
      ...(centre ? { DEMO_SMS_DIR: dir.sms } : {}),
    }
    const server = plan('server', { DATABASE_URL, ...demoOnly }, () => isServing(port))
    stops.push(() => server.stop(serverGraceMs))
    stops.push(() => record.markStopping())
    await terminal.step('server and worker', () => untilReady([server, worker], dir, signal))
    return {
      url,
      signIns: readSignIns(dir),
      mailDir: mailbox ? dir.mail : undefined,
      smsDir: centre ? dir.sms : undefined,
      failed: failed.promise,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function requirePort(port: number): Promise<void> {
  const reason = await whyPortIsTaken(port)
  if (reason === 'EADDRINUSE') {
    throw new ClearError(
      `Port ${port} is taken by another program; set PORT to another one (PORT=${port + 1} npm start).`,
    )
  }
  if (reason) throw new ClearError(`Port ${port} cannot be used (${reason}); set PORT to another one.`)
}

/** Runs two works at once; when one fails the other is told to stop and awaited, so that nothing is left running. */
async function bothOrNeither<T>(
  outer: AbortSignal | undefined,
  first: (signal: AbortSignal) => Promise<void>,
  second: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const failure = new AbortController()
  const signal = AbortSignal.any([failure.signal, ...(outer ? [outer] : [])])
  const guard = async <R>(work: Promise<R>) => {
    try {
      return await work
    } catch (error) {
      failure.abort(error)
      throw error
    }
  }
  const [one, two] = await Promise.allSettled([guard(first(signal)), guard(second(signal))])
  if (outer?.aborted) outer.throwIfAborted()
  if (failure.signal.aborted) throw failure.signal.reason
  if (one.status === 'rejected') throw one.reason
  if (two.status === 'rejected') throw two.reason
  return two.value
}

/** The embedded PostgreSQL or the given one, with everything in it that the product needs. */
async function openDatabase(
  options: DemoOptions,
  dir: DataDir,
  secrets: Secrets,
  stops: (() => Promise<void> | void)[],
  fail: (reason: string) => void,
  signal: AbortSignal,
): Promise<{ urls: DatabaseUrls }> {
  const { terminal } = options
  let urls = options.database
  let superuser: Environment = {}
  if (urls) {
    const given = urls
    await terminal.step('database answers', () => checkConnections(given))
  } else {
    const postgres = await terminal.step('PostgreSQL', () =>
      startPostgres({ dataDir: dir.root, durable: options.durable, log: terminal.say }),
    )
    let stopping = false
    stops.push(async () => {
      stopping = true
      await postgres.stop()
    })
    options.force?.addEventListener('abort', () => postgres.kill())
    void postgres.gone.then(() => {
      if (!stopping) fail('PostgreSQL ended by itself')
    })
    if (postgres.adopted) terminal.say('✓ took over the PostgreSQL that a killed start had left')
    urls = embeddedUrls(postgres.port, secrets)
    superuser = { SUPERUSER_DATABASE_URL: postgres.superuserUrl }
  }
  signal.throwIfAborted()
  const demo = { DEMO_FILE: dir.demoFile, DEMO_CONTACTS: String(options.contacts) }
  const env = { ...commonEnvironment(options, dir, secrets), ...superuser, ...demo }
  const ready = urls
  await terminal.step('database is ready', () =>
    prepareDatabase({ database: ready, env, signal, onLine: (line) => terminal.say(`  ${line}`) }),
  )
  if (existsSync(dir.demoFile)) chmodSync(dir.demoFile, 0o600)
  return { urls }
}

function commonEnvironment(options: DemoOptions, dir: DataDir, secrets: Secrets): Environment {
  return {
    ...baseEnvironment(),
    NODE_ENV: options.dev ? 'development' : 'production',
    PORT: String(options.port),
    // A demo shows its mail to whoever asks: it is for this machine alone.
    HOST: '127.0.0.1',
    BASE_DOMAIN: 'localhost',
    APP_SECRET: secrets.appSecret,
    SECRETS_KEYS: secrets.secretsKeys,
    FILES_DIR: options.filesDir ?? dir.files,
    ARCHIVES_DIR: path.join(dir.root, 'archives'),
    LOG_LEVEL: process.env.LOG_LEVEL || 'info',
  }
}

async function untilReady(processes: readonly Supervised[], dir: DataDir, signal?: AbortSignal): Promise<void> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    await Promise.race([Promise.all(processes.map((process) => process.ready)), aborted])
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ClearError(`${(error as Error).message}; its log is in ${dir.log}`)
  }
}

function openLog(file: string) {
  if (existsSync(file) && statSync(file).size > maxLogBytes) renameSync(file, `${file}.old`)
  return createWriteStream(file, { flags: 'a', mode: 0o600 })
}

function readSignIns(dir: DataDir): DemoSignIns {
  const { portals = [], platform = '', people = [] } = readJson<DemoSignIns>(dir.demoFile) ?? {}
  return { portals, platform, people }
}
