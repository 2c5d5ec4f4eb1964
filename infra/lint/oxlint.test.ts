import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { house } from './files.ts'
import { plantTree } from './testing/temporary-tree.ts'

const config = readFileSync(path.join(house, '.oxlintrc.json'), 'utf8')

/** Rule names that oxlint reports for these files, by file. */
function lint(files: Record<string, string>): Record<string, string[]> {
  using tree = plantTree({ ...files, '.oxlintrc.json': config })
  const { diagnostics } = JSON.parse(run(tree.root)) as { diagnostics: { code: string; filename: string }[] }
  return Object.fromEntries(
    Object.keys(files).map((file) => [
      file,
      diagnostics.filter(({ filename }) => filename === file).map(({ code }) => ruleName(code)),
    ]),
  )
}

function run(cwd: string): string {
  try {
    return execFileSync(path.join(house, 'node_modules/.bin/oxlint'), ['-f', 'json'], { cwd, encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

/** `eslint-plugin-import(no-var)`, `import/no-var` and `no-var` are one name. */
const ruleName = (code: string) => /([a-z-]+)\)?$/.exec(code)?.[1] ?? code

const page = (markup: string) => `export function Page() {\n  return ${markup}\n}\n`

/** One violation for every rule the configuration names, and a few of its two categories. */
const planted: Record<string, string> = {
  'no-explicit-any': 'export const f = (x: any) => String(x)',
  'ban-ts-comment': '// @ts-ignore\nexport const x = 1',
  'consistent-type-imports': "import { Appeal } from './appeal.ts'\nexport type X = Appeal",
  'no-import-type-side-effects': "import { type Appeal } from './appeal.ts'\nexport type X = Appeal",
  'no-non-null-assertion': 'export const f = (x?: string) => x!.length',
  'no-require-imports': "export const x = require('node:fs')",
  'no-namespace': 'export namespace Appeals { export const x = 1 }',
  eqeqeq: 'export const f = (x: unknown) => x == 1',
  'no-var': 'export var x = 1',
  'prefer-const': 'let x = 1\nexport const y = x',
  'no-console': "console.log('x')",
  'no-alert': "alert('x')",
  'no-param-reassign': 'export function f(x: number) {\n  x = 2\n  return x\n}',
  'no-empty': 'try {\n  f()\n} catch {}\nfunction f() { return 1 }',
  'no-proto': 'export const f = (x: { __proto__: object }) => x.__proto__',
  'no-sequences': 'export function f(g: () => void, x: number) {\n  return g(), x\n}',
  'no-throw-literal': "throw 'x'",
  radix: "export const x = parseInt('08')",
  'prefer-node-protocol': "import fs from 'fs'\nexport const x = fs",
  'no-abusive-eslint-disable': '/* eslint-disable */\nexport const x = 1',
  'throw-new-error': "throw TypeError('x')",
  'no-default-export': 'export default 1',
  'no-mutable-exports': 'export let x = 1\nx = 2',
  'no-commonjs': "const fs = require('node:fs')\nmodule.exports = fs",
  'no-absolute-path': "import { x } from '/srv/x.ts'\nexport const y = x",
  'button-has-type': page('<button>{1}</button>'),
  'no-danger': page("<p dangerouslySetInnerHTML={{ __html: '' }} />"),
  'rules-of-hooks': 'export function Page({ x }: { x: boolean }) {\n  if (x) useId()\n  return null\n}',
  'exhaustive-deps':
    'import { useEffect } from "react"\nexport function Page({ x }: { x: string }) {\n  useEffect(() => { document.title = x }, [])\n  return null\n}',
  'jsx-no-target-blank': page('<a href="https://x.kz" target="_blank" rel="opener">{1}</a>'),
  'jsx-no-useless-fragment': page('<><p>{1}</p></>'),
  'no-array-index-key': page('<ul>{[1].map((x, i) => <li key={i}>{x}</li>)}</ul>'),
  'no-unstable-nested-components':
    'export function Page() {\n  function Inner() {\n    return <b />\n  }\n  return <Inner />\n}\n',
  'no-unknown-property': page('<p class="x">{1}</p>'),
  'anchor-ambiguous-text': page('<a href="/x">click here</a>'),
  // correctness and suspicious
  'no-unused-vars': 'const x = 1',
  'alt-text': page('<img src="/x.png" />'),
  'label-has-associated-control': page('<label><b /></label>'),
  'no-focused-tests': "it.only('x', () => { expect(1).toBe(1) })",
  'no-unneeded-ternary': 'export const f = (x: boolean) => (x ? true : false)',
}

describe('the oxlint configuration', () => {
  const fileOf = (rule: string) => `app/core/${rule}${rule === 'no-focused-tests' ? '.test.ts' : '.tsx'}`
  const found = lint(Object.fromEntries(Object.entries(planted).map(([rule, code]) => [fileOf(rule), code])))

  it.each(Object.keys(planted))('catches %s', (rule) => {
    expect(found[fileOf(rule)]).toContain(rule)
  })

  it('has a planted violation for every rule it names', () => {
    const { rules } = ts.parseConfigFileTextToJson('.oxlintrc.json', config).config as {
      rules: Record<string, unknown>
    }
    const active = Object.entries(rules).filter(([, level]) => level !== 'off')
    expect(active.map(([rule]) => ruleName(rule)).filter((rule) => !(rule in planted))).toEqual([])
  })

  it('lets clean code, default exports of routes and the console of scripts through', () => {
    const clean = {
      'app/routes/home.tsx': `export default function Home() {\n  return <p>{1}</p>\n}\n`,
      'app/core/clock.ts': 'export const now = (ctx: Date) => [ctx].map((ctx) => ctx.getTime())\n',
      'infra/up/main.ts': "console.log('ready')\n",
    }
    expect(lint(clean)).toEqual({ 'app/routes/home.tsx': [], 'app/core/clock.ts': [], 'infra/up/main.ts': [] })
  })
})
