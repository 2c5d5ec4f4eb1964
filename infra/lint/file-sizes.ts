/** A file past its size has a second room in it: find the wall. */
import { readFiles, report, type Finding, type SourceFile } from './files.ts'

/** The first pattern that fits decides. Data (JSON) is not listed, so it may be as long as it is. */
const limits: readonly [pattern: RegExp, lines: number, kind: string][] = [
  [/\.css$/, 400, 'a stylesheet'],
  [/\.test\.tsx?$|^e2e\/(?!fixtures\/).*\.ts$/, 500, 'a test'],
  [/^app\/routes\//, 120, 'a route'],
  [/\.[cm]?[jt]sx?$/, 300, 'a file'],
]

export function checkFileSizes(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    const limit = limits.find(([pattern]) => pattern.test(path))
    const lines = text.replace(/\n$/, '').split('\n').length
    if (!limit || lines <= limit[1]) return []
    return [{ path, line: limit[1] + 1, message: `${lines} lines; ${limit[2]} has at most ${limit[1]}` }]
  })
}

if (import.meta.main) report(checkFileSizes(readFiles(/\.([cm]?[jt]sx?|css)$/)))
