import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { readJson, writePrivateJson } from '#infra/up/files.ts'
import { removePostgres, startPostgres } from '#infra/up/postgres.ts'
import { identityOf } from '#infra/up/processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser of the run's own throwaway PostgreSQL; every test file makes its own databases in it. */
    superuserUrl: string
  }
}

interface Owner {
  readonly pid: number
  readonly identity: string
}

const prefix = 'bir-tereze-test-'

/** One throwaway PostgreSQL for the whole run, handed to the tests as `inject('superuserUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const folder = mkdtempSync(path.join(tmpdir(), prefix))
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o711)
  writePrivateJson(path.join(folder, 'owner.json'), { pid: process.pid, identity: identityOf(process.pid) })
  const postgres = await startPostgres({ dataDir: path.join(folder, 'data'), durable: false })
  project.provide('superuserUrl', postgres.superuserUrl)
  return async () => {
    await postgres.stop()
    await remove(folder)
  }
}

/** Runs that were killed left their PostgreSQL running; their owner is gone. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name)
    const owner = readJson<Owner>(path.join(folder, 'owner.json'))
    if (owner?.pid && identityOf(owner.pid) !== owner.identity) await remove(folder)
  }
}

async function remove(folder: string): Promise<void> {
  await removePostgres(path.join(folder, 'data'))
  rmSync(folder, { recursive: true, force: true })
}
