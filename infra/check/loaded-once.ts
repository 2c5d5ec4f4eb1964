import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Starts the built server and worker far enough to have loaded everything, and fails when a file or a package came twice:
 * two copies of a class are two classes, and an `instanceof` between them says no.
 */

/** What `load` saw: one line a module, `url format`. */
const recorder = `
import { registerHooks } from 'node:module'
import { appendFileSync } from 'node:fs'
registerHooks({ load(url, context, next) { appendFileSync(process.env.LOADED, url + ' ' + context.format + '\\n'); return next(url, context) } })
`

async function loadedBy(entry: 'server' | 'worker'): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bir-tereze-loaded-'))
  const file = path.join(folder, 'modules')
  const hook = `data:text/javascript,${encodeURIComponent(recorder)}`
  const nowhere = 'postgres://nobody:nothing@127.0.0.1:1/none'
  const child = spawn(process.execPath, ['--import', hook, `build/server/${entry}.js`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      NODE_ENV: 'production',
      LOADED: file,
      PORT: '65535',
      DATABASE_URL: nowhere,
      DIRECT_DATABASE_URL: nowhere,
      SMTP_URL: 'smtp://127.0.0.1:1',
      APP_SECRET: 'a secret for loading modules and nothing else',
    },
  })
  // The server says that it listens, the worker gives up for want of a database: both have loaded all by then.
  child.stdout.once('data', () => child.kill('SIGTERM'))
  await new Promise((resolve) => child.once('close', resolve))
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  rmSync(folder, { recursive: true })
  return lines.filter((line) => line.startsWith('file:'))
}

/** Files that came twice, and packages that came both as an ES module and as CommonJS. */
function doubled(lines: readonly string[]): string[] {
  const urls = lines.map((line) => line.split(' ')[0] ?? '')
  const twice = urls.filter((url, position) => urls.indexOf(url) !== position)
  const formats = new Map<string, Set<string>>()
  for (const line of lines) {
    const [, name, format] =
      /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/).* (module|commonjs)$/.exec(line) ?? []
    if (name && format) formats.set(name, (formats.get(name) ?? new Set()).add(format))
  }
  const both = [...formats].filter(([, of]) => of.size > 1).map(([name]) => name)
  return [...twice, ...both]
}

for (const entry of ['server', 'worker'] as const) {
  const lines = await loadedBy(entry)
  if (lines.length < 100) throw new Error(`${entry} loaded only ${lines.length} modules: it did not start`)
  const found = doubled(lines)
  if (found.length > 0) {
    console.error(`${entry} loads twice:\n${found.join('\n')}`)
    process.exitCode = 1
  } else console.log(`${entry}: ${lines.length} modules, each once`)
}
