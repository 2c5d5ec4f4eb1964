import type { z } from 'zod'

/** One thing that is wrong with a pack, and where. */
export interface PackProblem {
  /** The file, or how the person's file is called. */
  readonly source: string
  /** `halls[0].opening.1`; empty for the pack as a whole. */
  readonly path: string
  readonly message: string
}

/** More than these help nobody, and a hostile pack has as many as it likes. */
const mostProblems = 50

const mostOfMessage = 300

/** A pack that is not taken: every line of the message names a file and the path in it. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly problems: readonly PackProblem[]
  constructor(problems: readonly PackProblem[]) {
    super(problems.map(shownProblem).join('\n'))
    this.problems = problems
  }
}

/** `tenants/packs/almaty/pack.json: halls[0].opening.1: it ends before it begins` */
export const shownProblem = ({ source, path, message }: PackProblem): string =>
  [source, path, message].filter((part) => part !== '').join(': ')

/** What a schema has found, each in the file that `sourceOf` names by the first step of its path. */
export const problemsOf = (error: z.ZodError, sourceOf: (key: string) => string): PackProblem[] =>
  error.issues.slice(0, mostProblems).map(({ path, message }) => ({
    source: sourceOf(String(path[0] ?? '')),
    path: shownPath(path),
    message: message.length > mostOfMessage ? `${message.slice(0, mostOfMessage)}…` : message,
  }))

/** `['halls', 0, 'opening', '1']` is `halls[0].opening.1`. */
export function shownPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? String(step) : `.${String(step)}`))
    .join('')
}
