import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { commandLineOf, identityOf } from './processes.ts'

/** A process that cannot be mistaken for a later one with the same number. */
export interface KnownProcess {
  readonly pid: number
  readonly identity: string
}

/** npm itself, the shell that npm runs a script in, and the bootstrap; never a person's own shell. */
const launcher = /^npm |^(\S*\/)?sh -c node infra\/up\/bootstrap\.mjs|^(\S*\/)?node \S*bootstrap\.mjs/

/** Remembers a living process; undefined when it is gone. */
export function know(pid: number): KnownProcess | undefined {
  const identity = identityOf(pid)
  return identity ? { pid, identity } : undefined
}

/** True while that very process lives. */
export function isSame(known: KnownProcess): boolean {
  return identityOf(known.pid) === known.identity
}

/** The npm and bootstrap processes between this one and the person's shell. */
export function launchersOf(pid: number): KnownProcess[] {
  const found: KnownProcess[] = []
  for (let parent = parentOf(pid); parent > 1 && found.length < 5; parent = parentOf(parent)) {
    if (!launcher.test(commandLineOf(parent))) break
    const known = know(parent)
    if (known) found.push(known)
  }
  return found
}

function parentOf(pid: number): number {
  try {
    if (process.platform !== 'linux') {
      return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }))
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
