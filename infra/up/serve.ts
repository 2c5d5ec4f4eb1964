// npm run serve: production. Everything is told by the environment; nothing of the demo is started.
// --only=server or --only=worker runs one of the two processes.
import { build, isBuilt } from './build.ts'
import { ClearError } from './clear-error.ts'
import { whyPortIsTaken } from './processes.ts'
import { nodeFlags, baseEnvironment, isServing, prepareDatabase, programs, requireProgram, root } from './programs.ts'
import { checkConnections, checkServeSettings } from './settings.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { supervise, type ProcessPlan, type Supervised } from './supervise.ts'
import { openTerminal } from './terminal.ts'

type Part = 'server' | 'worker'

const graceMs = { server: 25_000, worker: 25_000 }
const terminal = openTerminal()
const { signal, until, force } = stopOnSignals(() => terminal.say('… stopping'))
const running: { part: Part; process: Supervised }[] = []

/** Which processes `--only` leaves. */
function chosenParts(args: readonly string[]): readonly Part[] {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
  if (only === undefined) return ['worker', 'server']
  if (only === 'server' || only === 'worker') return [only]
  throw new ClearError(`--only must be server or worker, not "${only}".`)
}

async function serve(): Promise<void> {
  const parts = chosenParts(process.argv.slice(2))
  const { port, database } = checkServeSettings(process.env)
  if (parts.includes('server') && (await whyPortIsTaken(port))) throw new ClearError(`Port ${port} is taken; set PORT.`)
  await checkConnections(database)
  if (!isBuilt(root)) await terminal.step('built', () => build(root, signal))
  for (const part of parts) requireProgram(programs.built[part])
  const STOP_PATIENCE_MS = process.env.STOP_PATIENCE_MS || '25000'
  const env = { ...baseEnvironment(), NODE_ENV: 'production', PORT: String(port), STOP_PATIENCE_MS }
  const onLine = (line: string) => terminal.say(`  ${line}`)
  await terminal.step('database is ready', () =>
    prepareDatabase({ database, env, args: ['--no-demo'], signal, onLine }),
  )
  signal.throwIfAborted()

  // The owner's login is for `prepareDatabase` and for the worker, which makes regions; the server has no part in the queue.
  const { DATABASE_URL, DIRECT_DATABASE_URL, OWNER_DATABASE_URL } = database
  const plans: Record<Part, Pick<ProcessPlan, 'env' | 'probe'>> = {
    worker: { env: { ...env, DATABASE_URL, DIRECT_DATABASE_URL, OWNER_DATABASE_URL } },
    server: { env: { ...env, DATABASE_URL }, probe: () => isServing(port) },
  }
  for (const part of parts) {
    const process = supervise({
      name: part,
      args: [...nodeFlags[part], programs.built[part]],
      cwd: root,
      ...plans[part],
      readyWithinMs: 60_000,
      restarts: Number.POSITIVE_INFINITY,
      patient: true,
      // The log of a service is its standard output; whoever runs it decides where that goes.
      onLine: (line) => terminal.say(line),
      onTrouble: (line) => terminal.say(`! ${line}`),
    })
    force.addEventListener('abort', () => process.kill())
    running.push({ part, process })
  }
  await Promise.race([Promise.all(running.map(({ process }) => process.ready)), until])
  if (!signal.aborted) terminal.say(`✓ ${parts.join(' and ')} ready`)
  await until
}

try {
  await serve()
} catch (error) {
  if (!signal.aborted) {
    console.error(error instanceof ClearError ? `✗ ${error.message}` : error)
    process.exitCode = 1
  }
}
for (const { part, process } of running.toReversed()) await process.stop(graceMs[part])
process.exit()
