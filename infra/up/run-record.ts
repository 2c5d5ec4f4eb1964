import { rmSync } from 'node:fs'
import { ClearError } from './clear-error.ts'
import { readJson, writePrivateJson } from './files.ts'
import { isSame, know, launchersOf, type KnownProcess } from './launchers.ts'
import { endProcess, waitFor } from './processes.ts'

/** What `npm start` leaves in its data folder while it runs, so that the next one knows what a killed one left. */
export interface RunRecord {
  readonly supervisor: KnownProcess
  /** npm and the bootstrap above it: when one of them was killed, the rest is a leftover. */
  readonly above: readonly KnownProcess[]
  readonly url: string
  readonly stopping: boolean
  readonly children: Readonly<Record<string, KnownProcess>>
}

export interface OpenRecord {
  addChild(name: string, pid: number): void
  markStopping(): void
  remove(): void
}

const stopWithinMs = 12_000

/** Begins this run's record. */
export function openRunRecord(file: string, url: string): OpenRecord {
  const supervisor = know(process.pid)
  if (!supervisor) throw new Error('this process cannot be identified')
  let record: RunRecord = { supervisor, above: launchersOf(process.pid), url, stopping: false, children: {} }
  const write = (change: Partial<RunRecord>) => {
    record = { ...record, ...change }
    writePrivateJson(file, record)
  }
  write({})
  return {
    addChild(name, pid) {
      const child = know(pid)
      if (child) write({ children: { ...record.children, [name]: child } })
    },
    markStopping: () => write({ stopping: true }),
    remove: () => rmSync(file, { force: true }),
  }
}

/**
 * Ends what a killed run left behind. Returns the names of what it ended.
 * Throws a ClearError when that run is alive and well: then the folder is in use.
 */
export async function endLeftovers(file: string): Promise<string[]> {
  const record = readJson<RunRecord>(file)
  if (!record?.supervisor) return []
  const ended: string[] = []
  const { supervisor, above = [], children = {} } = record
  if (isSame(supervisor) && supervisor.pid !== process.pid) {
    if (record.stopping) await waitFor(() => !isSame(supervisor), stopWithinMs)
    else if (above.every(isSame)) {
      throw new ClearError(`Bir Tereze already runs from this folder: ${record.url} (process ${supervisor.pid}).`)
    }
    if (await end(supervisor, stopWithinMs)) ended.push('supervisor')
  }
  for (const [name, child] of Object.entries(children)) if (await end(child, 3000)) ended.push(name)
  rmSync(file, { force: true })
  return ended
}

async function end(known: KnownProcess, graceMs: number): Promise<boolean> {
  if (!isSame(known)) return false
  await endProcess(known.pid, [
    ['SIGTERM', graceMs],
    ['SIGKILL', 2000],
  ])
  return true
}
