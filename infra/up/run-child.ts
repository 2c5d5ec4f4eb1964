import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { asProcessEnv, type Environment } from './environment.ts'

export interface RunOptions {
  readonly cwd: string
  readonly env: Environment
  /** Ends the process when it fires. */
  readonly signal?: AbortSignal
  /** Told each line of standard output as it comes. */
  readonly onLine?: (line: string) => void
}

/** Runs a script under this Node to its end. Output is everything it said; a process ended by a signal has code 1. */
export function runToEnd(args: readonly string[], options: RunOptions): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const { cwd, env, signal, onLine } = options
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: asProcessEnv(env),
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      output += `${line}\n`
      onLine?.(line)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
      errors += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output, errors }))
  })
}

export interface RunResult {
  readonly code: number
  /** Standard output and standard error, in the order in which they arrived. */
  readonly output: string
  readonly errors: string
}
