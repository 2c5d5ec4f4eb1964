/** What every check of this room shares: reading the house, and saying `path:line message`. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file by its path from the top of the house, so that a test can hand in files that exist nowhere. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

export const house = path.resolve(import.meta.dirname, '../..')

const notOurs = new Set(['node_modules', 'build', 'test-results'])

/** Every file of the house whose path is wanted; hidden folders and what tools make are left out. */
export function readFiles(wanted: RegExp, root = house): SourceFile[] {
  const files: SourceFile[] = []
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const inside = path.posix.join(folder, entry.name)
      if (entry.isDirectory() && !notOurs.has(entry.name) && !entry.name.startsWith('.')) visit(inside)
      else if (entry.isFile() && wanted.test(inside))
        files.push({ path: inside, text: readFileSync(path.join(root, inside), 'utf8') })
    }
  }
  visit('')
  return files
}

/** The line, counted from 1, on which an offset of a text stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, Math.max(offset, 0)).split('\n').length
}

/** Prints what was found, in the form editors turn into links, and makes the process fail if there was anything. */
export function report(findings: readonly Finding[]): void {
  const sorted = findings.toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
  for (const { path, line, message } of sorted) console.error(`${path}:${line} ${message}`)
  if (findings.length > 0) process.exitCode = 1
}
