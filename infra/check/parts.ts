import { countOne, countPlaywright, countVitest, type Counts } from './counts.ts'

/** One part of `npm test`. */
export interface Part {
  readonly name: string
  /** The name of a script in package.json, or what to run under this Node. */
  readonly run: { readonly script: string } | { readonly node: (report: string) => readonly string[] }
  /** Environment for it, given the file that its JSON report is expected in. */
  readonly env?: (report: string) => Record<string, string>
  /** What its report and exit code say. */
  readonly count: (report: unknown, code: number) => Counts
  /** Parts of one stage run two at a time; stages follow each other. */
  readonly stage: number
  /** It drives a browser, which is looked for first. */
  readonly needsChromium?: boolean
}

/** Scripts of package.json that judge the sources without running them; each counts as one test. */
const staticScripts = [
  'lint:format',
  'lint:types',
  'lint:code',
  'lint:promises',
  'lint:dependencies',
  'lint:unused',
  'lint:sql',
  'lint:ownership',
  'lint:locales',
  'lint:text',
  'lint:sizes',
  'lint:barrels',
]

const vitestRun = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'infra/vitest.config.ts']
const playwrightRun = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts']

const vitest = (project: string, stage: number): Part => ({
  name: project,
  run: {
    node: (report) => [
      ...vitestRun,
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  },
  count: countVitest,
  stage,
})

/** Everything that `npm test` runs, in order. */
export const parts: readonly Part[] = [
  ...staticScripts.map((script): Part => {
    return { name: script, run: { script }, count: (_report, code) => countOne(code), stage: 1 }
  }),
  vitest('unit', 2),
  { name: 'build', run: { script: 'build' }, count: (_report, code) => countOne(code), stage: 2 },
  { name: 'modules', run: { script: 'check:modules' }, count: (_report, code) => countOne(code), stage: 3 },
  vitest('db', 3),
  {
    name: 'e2e',
    run: { node: () => [...playwrightRun, '--reporter=dot,json'] },
    env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
    count: countPlaywright,
    stage: 4,
    needsChromium: true,
  },
]
