import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ClearError } from './clear-error.ts'
import { runToEnd } from './run-child.ts'

/** Everything the build reads. */
const sources = [
  'app',
  'db',
  'tenants',
  'infra/server',
  'infra/worker',
  'infra/fonts',
  'infra/vite.config.ts',
  'remix.config.js',
  'package.json',
  'package-lock.json',
]
const notBuilt = /\.test\.tsx?$/

/** One hash over the sources' names and texts, so that a fresh checkout of the same text needs no new build. */
export function hashSources(root: string, places: readonly string[] = sources): string {
  const hash = createHash('sha256')
  const add = (place: string) => {
    const full = path.join(root, place)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).toSorted()) add(`${place}/${name}`)
    } else if (!notBuilt.test(place)) {
      const text = readFileSync(full)
      hash.update(`${place}\0${text.length}\0`).update(text)
    }
  }
  for (const place of places) add(place)
  return hash.digest('hex')
}

/** True when `build/` was made, to its end, from the present sources. */
export function isBuilt(root: string): boolean {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root)
}

/** Builds server, worker and browser files into `build/`. Throws a ClearError with the builder's own words. */
export async function build(root: string, signal?: AbortSignal): Promise<void> {
  const stamp = stampFile(root)
  // Taken before the build: a file changed meanwhile makes the stamp stale, not wrong.
  const hash = hashSources(root)
  rmSync(stamp, { force: true })
  const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const { code, output } = await runToEnd([remix, 'vite:build', '--config', 'infra/vite.config.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  })
  if (code !== 0) throw new ClearError(`The build failed:\n${output.trim()}`)
  writeFileSync(stamp, hash)
}

function stampFile(root: string): string {
  return path.join(root, 'build/.made-from')
}
