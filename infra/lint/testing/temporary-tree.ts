import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A little house of planted files for checks that read a real folder. `Symbol.dispose` takes it away again. */
export function plantTree(files: Record<string, string>): { root: string; [Symbol.dispose](): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'bir-tereze-lint-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}
