// npm test: every part in order, one line each, and at the end one line "N passed, N failed, N skipped".
// --only unit,db runs these parts alone.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { asProcessEnv } from '#infra/up/environment.ts'
import { readJson } from '#infra/up/files.ts'
import { stopOnSignals } from '#infra/up/stop-on-signals.ts'
import { findChromium } from './chromium.ts'
import { nothing, sum, totalLine, type Counts } from './counts.ts'
import { parts, type Part } from './parts.ts'

const root = path.resolve(import.meta.dirname, '../..')
const reports = path.join(root, '.cache/check')
const atOnce = 2
const partWithinMs = 1_200_000
const shownLines = 200
const running = new Set<ChildProcess>()

interface Outcome {
  readonly code: number
  readonly output: string
}

/** Runs one part and says how it went; whatever goes wrong with it counts as its failure. */
async function check(part: Part, known: Record<string, string>): Promise<Counts> {
  const started = performance.now()
  const report = path.join(reports, `${part.name.replaceAll(':', '-')}.json`)
  rmSync(report, { force: true })
  let outcome: Outcome
  try {
    const env = { ...part.env?.(report) }
    if (part.needsChromium) env.CHROMIUM_PATH = await findChromium(console.log)
    outcome = await run(commandOf(part, report, known), env)
  } catch (error) {
    outcome = { code: 1, output: (error as Error).message }
  }
  const counts = part.count(readJson(report), outcome.code)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const mark = counts.failed > 0 ? '✗' : '✓'
  console.log(`${mark} ${part.name.padEnd(18)} ${totalLine(counts)} (${seconds} s)`)
  if (counts.failed > 0) console.log(lastLines(outcome.output))
  return counts
}

/** A shell line; a script that package.json does not have fails, for a part left out is a failure. */
function commandOf({ run: what, name }: Part, report: string, scripts: Record<string, string>): string {
  if ('node' in what) return [process.execPath, ...what.node(report)].map((word) => JSON.stringify(word)).join(' ')
  const script = scripts[what.script]
  if (!script) throw new Error(`package.json has no script "${what.script}" for the part ${name}`)
  return script
}

function run(command: string, extra: Record<string, string>): Promise<Outcome> {
  return new Promise((resolve) => {
    const bin = path.join(root, 'node_modules/.bin')
    const PATH = [bin, path.dirname(process.execPath), process.env.PATH].join(path.delimiter)
    const env = asProcessEnv({ ...process.env, FORCE_COLOR: '0', ...extra, PATH })
    const child = spawn(command, { cwd: root, env, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    const late = setTimeout(() => {
      output += `\nstopped: not done after ${partWithinMs / 1000} s`
      end(child)
    }, partWithinMs)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    child.once('close', (code) => {
      clearTimeout(late)
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Ends a part with everything it started. */
function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // It is already gone.
  }
}

function lastLines(text: string): string {
  const lines = text.trimEnd().split('\n')
  return lines.slice(-shownLines).join('\n').replaceAll(/^/gm, '    ')
}

/** The parts that `--only a,b` names; an unknown name is refused rather than quietly left out. */
function chosen(args: readonly string[]): readonly Part[] {
  const at = args.indexOf('--only')
  if (at < 0) return parts
  const names = (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !parts.some((part) => part.name === name))
  if (unknown.length > 0) {
    console.error(`✗ no such part: ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}`)
    process.exit(1)
  }
  return parts.filter(({ name }) => names.includes(name))
}

const { signal } = stopOnSignals(() => running.forEach((child) => end(child)))
const selected = chosen(process.argv.slice(2))
mkdirSync(reports, { recursive: true })
const { scripts = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts?: Record<string, string>
}
const results: Counts[] = []
for (const stage of [...new Set(selected.map((part) => part.stage))].toSorted((a, b) => a - b)) {
  const queue = selected.filter((part) => part.stage === stage)
  const lane = async () => {
    for (let part = queue.shift(); part && !signal.aborted; part = queue.shift()) {
      results.push(await check(part, scripts))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
const total = sum([nothing, ...results])
console.log(totalLine(total))
process.exit(signal.aborted ? 130 : total.failed > 0 ? 1 : 0)
