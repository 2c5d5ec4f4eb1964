import { expect, it } from 'vitest'
import { findFloatingPromises } from './floating-promises.ts'
import { plantTree } from './testing/temporary-tree.ts'

const tsconfig = JSON.stringify({ compilerOptions: { strict: true, target: 'ES2023', jsx: 'preserve' } })
const declarations = 'declare function send(): Promise<void>\ndeclare const bells: (() => Promise<void>)[]\n'

async function linesOf(code: string): Promise<number[]> {
  using tree = plantTree({ 'tsconfig.json': tsconfig, 'app/notice.ts': declarations + code })
  return (await findFloatingPromises(tree.root)).map(({ line }) => line - 2)
}

it.each([
  ['a call nobody awaits', 'send()'],
  ['a chain without a catch', 'send().then(() => 1)'],
  ['an array of promises', 'bells.map((ring) => ring())'],
  ['a promise as a condition', 'if (send()) console.log(1)'],
  ['a call silenced by a directive', 'send() // eslint-disable-line @typescript-eslint/no-floating-promises'],
  ['an async callback whose result is dropped', '[1].forEach(async () => { await send() })'],
])('catches %s', async (_, code) => {
  expect(await linesOf(code)).toEqual([1])
})

it('lets awaited, returned, caught and deliberately dropped promises through', async () => {
  const code = [
    'await send()',
    'void send() // eslint-disable-line no-void',
    'send().catch(() => undefined)',
    'export const sent = () => send()',
    'await Promise.all(bells.map((ring) => ring()))',
  ]
  expect(await linesOf(code.join('\n'))).toEqual([])
})
