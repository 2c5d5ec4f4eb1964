/** How many tests a part had, by their end. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

/** The sum of several parts. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing,
  )
}

/** The line that ends `npm test`. */
export function totalLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A part without tests of its own counts as one. */
export function countOne(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

interface VitestReport {
  readonly success?: boolean
  readonly testResults?: readonly {
    readonly status?: string
    readonly assertionResults?: readonly { readonly status: string }[]
  }[]
}

/**
 * Counts of Vitest's JSON report. A test file that could not be loaded counts as one failure; so does a run without a
 * report, without a single test, or one that ended badly though no test failed (an unhandled error).
 */
export function countVitest(report: unknown, code: number): Counts {
  const { testResults = [] } = (report ?? {}) as VitestReport
  let counts = nothing
  for (const { status, assertionResults = [] } of testResults) {
    const inFile = sum(assertionResults.map(({ status: how }) => countStatus(how)))
    const unloadable = status === 'failed' && inFile.failed === 0
    counts = sum([counts, inFile, unloadable ? { ...nothing, failed: 1 } : nothing])
  }
  return distrust(counts, code)
}

function countStatus(status: string): Counts {
  if (status === 'passed') return { ...nothing, passed: 1 }
  if (status === 'failed') return { ...nothing, failed: 1 }
  return { ...nothing, skipped: 1 }
}

interface PlaywrightReport {
  readonly stats?: { expected?: number; unexpected?: number; flaky?: number; skipped?: number }
  readonly errors?: readonly unknown[]
}

/** Counts of Playwright's JSON report, with the same distrust. A test that passed only on its second try failed. */
export function countPlaywright(report: unknown, code: number): Counts {
  const { stats = {}, errors = [] } = (report ?? {}) as PlaywrightReport
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  return distrust({ passed: expected, failed: unexpected + flaky + (errors.length > 0 ? 1 : 0), skipped }, code)
}

/** A suite that ran nothing, or that ended badly without saying where, has failed. */
function distrust(counts: Counts, code: number): Counts {
  const ranNothing = counts.passed + counts.failed === 0
  return counts.failed === 0 && (ranNothing || code !== 0) ? { ...counts, failed: 1 } : counts
}
