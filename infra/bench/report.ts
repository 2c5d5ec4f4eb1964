import type { Measured } from './load.ts'

/** One scenario on one amount of data. */
export interface Line extends Measured {
  readonly name: string
  /** How many appeals the region has. */
  readonly appeals?: number
  /** Requests of one run through the scenario. */
  readonly requests: number
  /** Statements of one run, begin and commit among them. */
  statements?: number
}

export interface Report {
  readonly lines: readonly Line[]
  /** Bytes of first pages with all they load, compressed. */
  readonly bytes: Readonly<Record<string, number>>
  /** Milliseconds. */
  readonly secondStart: number
  /** Resident, bytes. */
  readonly memory: { readonly server: number; readonly worker: number }
}

/** Ratios of one run, which another machine can be held against; undefined where a part was left out. */
export function ratiosOf({ lines }: Report) {
  const worklists = lines.filter(({ name }) => name === 'worklist')
  const big = worklists.find(({ appeals = 0 }) => appeals > 10_000)
  const small = worklists.find(({ appeals = 0 }) => appeals < 10_000)
  const bare = lines.find(({ name }) => name.startsWith('bare page'))
  return {
    growth: big && small && big.p95 / small.p95,
    besideBare: big && bare && big.perSecond / bare.perSecond,
  }
}

/** The report as lines for people. */
export function report(found: Report): string {
  const head = ['scenario', 'appeals', 'requests/s', 'p50 ms', 'p95 ms', 'statements', 'not taken']
  const rows = found.lines.map(({ name, appeals, perSecond, p50, p95, statements, wrong }) => [
    name,
    appeals?.toString() ?? '',
    perSecond.toFixed(0),
    p50.toFixed(1),
    p95.toFixed(1),
    statements?.toString() ?? '',
    Object.entries(wrong)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
  ])
  const { growth, besideBare } = ratiosOf(found)
  const ratios = [
    ...(growth === undefined
      ? []
      : [`worklist p95, 100,000 against 1,000 appeals: ${growth.toFixed(2)} (at most 1.5)`]),
    ...(besideBare === undefined
      ? []
      : [`worklist against the bare page, requests/s: ${besideBare.toFixed(2)} (at least 0.6)`]),
  ]
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`
  return [
    ...columns([head, ...rows]),
    '',
    ...ratios,
    ...Object.entries(found.bytes).map(([path, bytes]) => `first visit of ${path}: ${(bytes / 1024).toFixed(1)} KB`),
    `second start: ${(found.secondStart / 1000).toFixed(1)} s`,
    `memory: server ${megabytes(found.memory.server)}, worker ${megabytes(found.memory.worker)}`,
    '',
  ].join('\n')
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_head, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
}
