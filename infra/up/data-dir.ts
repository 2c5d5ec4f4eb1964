import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { ClearError } from './clear-error.ts'
import { readJson, writePrivateJson } from './files.ts'

const markerName = 'bir-tereze.json'

/** Where things lie inside the data folder. */
export interface DataDir {
  readonly root: string
  readonly mail: string
  readonly sms: string
  readonly files: string
  readonly log: string
  readonly runFile: string
  readonly demoFile: string
  readonly secretsFile: string
}

/** Made once per data folder and kept: the demo's logins and the key that signs cookies. */
export interface Secrets {
  readonly appSecret: string
  /** As `SECRETS_KEYS` has it. */
  readonly secretsKeys: string
  readonly runtimePassword: string
  readonly ownerPassword: string
  readonly directPassword: string
}

/**
 * Opens the data folder, makes it when it is missing or empty, and marks it as ours.
 * A folder with somebody else's files is refused with a ClearError and left untouched.
 */
export function openDataDir(folder: string): DataDir {
  let root = path.resolve(folder)
  try {
    claim(root, path.join(root, markerName))
    // One name for one folder: a running PostgreSQL is recognised by it.
    root = realpathSync(root)
  } catch (error) {
    if (error instanceof ClearError) throw error
    throw new ClearError(`DATA_DIR ${root} cannot be used: ${(error as Error).message}`)
  }
  const inside = (name: string) => path.join(root, name)
  const dirs: DataDir = {
    root,
    mail: inside('mail'),
    sms: inside('sms'),
    files: inside('files'),
    log: inside('log'),
    runFile: inside('run.json'),
    demoFile: inside('demo.json'),
    secretsFile: inside('secrets.json'),
  }
  for (const dir of [dirs.mail, dirs.sms, dirs.files, dirs.log]) mkdirSync(dir, { recursive: true, mode: 0o700 })
  return dirs
}

function claim(root: string, marker: string): void {
  if (existsSync(marker)) {
    if (readJson<{ product: string }>(marker)?.product === 'bir-tereze') return
    throw new ClearError(`DATA_DIR ${root} has an unreadable ${markerName}; choose another folder.`)
  }
  if (existsSync(root)) {
    if (!statSync(root).isDirectory()) throw new ClearError(`DATA_DIR ${root} is a file, not a folder.`)
    if (readdirSync(root).some((name) => !name.endsWith('.part'))) {
      throw new ClearError(`DATA_DIR ${root} holds files that are not Bir Tereze's; choose another folder.`)
    }
  } else {
    mkdirSync(root, { recursive: true })
    // Root's PostgreSQL runs as another user, who may pass through but not look around; files inside are private.
    chmodSync(root, process.getuid?.() === 0 ? 0o711 : 0o700)
  }
  writePrivateJson(marker, { product: 'bir-tereze', format: 1 })
}

/** The folder's secrets, made on first use and readable by their owner alone. */
export function openSecrets(dir: DataDir): Secrets {
  const kept = readJson<Secrets>(dir.secretsFile) ?? {}
  const secret = (value: string | undefined, bytes: number) => value ?? randomBytes(bytes).toString('hex')
  const secrets: Secrets = {
    appSecret: secret(kept.appSecret, 32),
    secretsKeys: kept.secretsKeys ?? `demo:${randomBytes(32).toString('base64')}`,
    runtimePassword: secret(kept.runtimePassword, 24),
    ownerPassword: secret(kept.ownerPassword, 24),
    directPassword: secret(kept.directPassword, 24),
  }
  if (JSON.stringify(kept) !== JSON.stringify(secrets)) writePrivateJson(dir.secretsFile, secrets)
  return secrets
}
