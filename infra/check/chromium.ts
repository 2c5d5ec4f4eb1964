import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { ClearError } from '#infra/up/clear-error.ts'

const root = path.resolve(import.meta.dirname, '../..')
// The one without windows comes first: it does the same in two thirds of the time.
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const installWithinMs = 240_000

/**
 * The Chromium that the browser tests drive: CHROMIUM_PATH, the usual places, Playwright's own; else it is installed,
 * Playwright's first and Debian's package next. Throws a ClearError when there is no way to one.
 */
export async function findChromium(say: (line: string) => void = () => {}): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (isProgram(given)) return given
    throw new ClearError(`CHROMIUM_PATH ${given} is not a program.`)
  }
  const present = usualPlaces.find(isProgram) ?? (await playwrightsOwn())
  if (present) return present

  say('… Chromium is missing: installing it')
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
  run(process.execPath, [cli, 'install', '--with-deps', 'chromium'], isRoot())
  run(process.execPath, [cli, 'install', 'chromium'], !isRoot())
  const installed = await playwrightsOwn()
  if (installed && starts(installed)) return installed

  if (isRoot()) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'])
  }
  const packaged = usualPlaces.find(isProgram)
  if (packaged) return packaged
  throw new ClearError(
    'No Chromium for the browser tests: install one (apt-get install chromium-headless-shell) or set CHROMIUM_PATH.',
  )
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A downloaded browser may lack libraries that only the system can give. */
function starts(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0
}

/** Chromium in Playwright's cache: the version it wants, else whichever is there. */
async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test')
  const wanted = chromium.executablePath()
  if (isProgram(wanted)) return wanted
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), '.cache/ms-playwright')
  if (!existsSync(cache)) return undefined
  const found = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .flatMap((name) => ['chrome-linux64/chrome', 'chrome-linux/chrome'].map((file) => path.join(cache, name, file)))
  return found.findLast(isProgram)
}

function run(command: string, args: readonly string[], wanted = true): void {
  if (!wanted) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { cwd: root, env, stdio: 'ignore', timeout: installWithinMs })
}
