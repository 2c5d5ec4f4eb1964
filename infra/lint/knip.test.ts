import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { house } from './files.ts'
import { plantTree } from './testing/temporary-tree.ts'

/** A house in which everything is used: through aliases, by a route, by a script, by a test. */
const used = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#app/*': './app/*', '#db/*': './db/*' },
    scripts: { tidy: 'node infra/tidy.ts' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', allowImportingTsExtensions: true, noEmit: true },
  }),
  'infra/lint/knip.json': readFileSync(path.join(house, 'infra/lint/knip.json'), 'utf8'),
  'app/routes.ts': 'export default []\n',
  'app/routes/home.tsx':
    "import { now } from '#app/core/clock.ts'\nexport const loader = () => now()\nexport default function Home() {}\n",
  'app/core/clock.ts': "import type { Row } from '#db/schema.ts'\nexport const now = () => ({}) as Row\n",
  'app/core/clock.test.ts': "import { forTests } from './clock-tools.ts'\nforTests()\n",
  'app/core/clock-tools.ts': 'export const forTests = () => 1\n',
  'db/schema.ts': 'export interface Cell { x: 1 }\nexport interface Row { cell: Cell }\n',
  'infra/server/main.ts': "import '#app/routes/home.tsx'\n",
  'infra/tidy.ts': 'console.log(1)\n',
}

function findings(planted: Record<string, string>): string[] {
  using tree = plantTree({ ...used, ...planted })
  const knip = path.join(house, 'node_modules/knip/bin/knip.js')
  const args = [
    knip,
    '--directory',
    tree.root,
    '--config',
    'infra/lint/knip.json',
    '--reporter',
    'compact',
    '--no-progress',
  ]
  try {
    return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' }).split('\n').filter(Boolean)
  } catch (error) {
    return (error as { stdout: string }).stdout.split('\n').filter(Boolean)
  }
}

it('lets a house through in which everything is used', () => {
  expect(findings({})).toEqual([])
})

it.each([
  [
    'an export nobody imports',
    { 'app/core/clock.ts': `${used['app/core/clock.ts']}export const later = 1\n` },
    'later',
  ],
  ['a type nobody imports', { 'db/schema.ts': `${used['db/schema.ts']}export type Ghost = 1\n` }, 'Ghost'],
  ['a file nobody imports', { 'app/core/ghost.ts': 'export const x = 1\n' }, 'app/core/ghost.ts'],
  ['a package nobody listed', { 'infra/tidy.ts': "import 'left-pad'\n" }, 'left-pad'],
  ['an import that leads nowhere', { 'infra/tidy.ts': "import '#app/core/ghost.ts'\n" }, '#app/core/ghost.ts'],
])('names %s', (_, planted, name) => {
  expect(findings(planted).join('\n')).toContain(name)
})
