import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** The file's JSON, or undefined when it is missing or unreadable. */
export function readJson<T>(file: string): Partial<T> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : undefined
  } catch {
    return undefined
  }
}

/** Writes JSON that only its owner may read, whole or not at all. */
export function writePrivateJson(file: string, value: unknown): void {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`
  writeFileSync(unfinished, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, file)
}
