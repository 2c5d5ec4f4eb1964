import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readJson, writePrivateJson } from './files.ts'
import { know, isSame, type KnownProcess } from './launchers.ts'
import { removePostgres } from './postgres.ts'

const prefix = 'bir-tereze-test-'

/** A temporary place for a test's data folder, which is gone after the test, or at the next when that was killed. */
export interface Throwaway {
  readonly dataDir: string
  /** Stops the PostgreSQL in it and deletes everything. */
  remove(): Promise<void>
}

/** Makes such a place, and clears away those whose process was killed. */
export async function makeThrowaway(): Promise<Throwaway> {
  await removeLeftovers()
  const folder = mkdtempSync(path.join(tmpdir(), prefix))
  // As root, PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(folder, 0o711)
  writePrivateJson(path.join(folder, 'owner.json'), know(process.pid))
  return { dataDir: path.join(folder, 'data'), remove: () => remove(folder) }
}

/** Places whose process was killed: their PostgreSQL may still run. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name)
    const { pid, identity } = readJson<KnownProcess>(path.join(folder, 'owner.json')) ?? {}
    if (pid && identity && !isSame({ pid, identity })) await remove(folder)
  }
}

async function remove(folder: string): Promise<void> {
  await removePostgres(path.join(folder, 'data'))
  rmSync(folder, { recursive: true, force: true })
}
