import path from 'node:path'
import type { Secrets } from './data-dir.ts'
import type { Environment } from './environment.ts'
import { readJson } from './files.ts'
import type { DatabaseUrls } from './settings.ts'

const database = 'bir_tereze'

/** The three ways into the demo's own PostgreSQL. */
export function embeddedUrls(port: number, secrets: Secrets): DatabaseUrls {
  const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
  return {
    DATABASE_URL: url('app_rt', secrets.runtimePassword),
    OWNER_DATABASE_URL: url('app_owner', secrets.ownerPassword),
    DIRECT_DATABASE_URL: url('app_jobs', secrets.directPassword),
  }
}

/** What a program must be told to work on the demo of this data folder; undefined where there is none. */
export function demoEnvironment(dataDir: string): Environment | undefined {
  const kept = readJson<{ port: number }>(path.join(dataDir, 'postgres.json'))
  const secrets = readJson<Secrets>(path.join(dataDir, 'secrets.json'))
  if (!kept?.port || !secrets?.appSecret) return undefined
  return {
    ...embeddedUrls(kept.port, secrets as Secrets),
    APP_SECRET: secrets.appSecret,
    ...(secrets.secretsKeys ? { SECRETS_KEYS: secrets.secretsKeys } : {}),
    FILES_DIR: path.join(dataDir, 'files'),
    SMTP_URL: 'smtp://127.0.0.1:9',
  }
}
