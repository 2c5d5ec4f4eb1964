import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSources } from './build.ts'

let root: string
const write = (file: string, text: string) => writeFileSync(path.join(root, file), text)
const hash = () => hashSources(root, ['app', 'package.json', 'missing'])

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'bir-tereze-build-'))
  mkdirSync(path.join(root, 'app/deep'), { recursive: true })
  write('app/deep/a.ts', 'one')
  write('package.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test('the stamp follows texts and names, not times nor tests', () => {
  const before = hash()
  utimesSync(path.join(root, 'app/deep/a.ts'), 1, 1)
  write('app/deep/a.test.ts', 'a test')
  write('README.md', 'elsewhere')
  expect(hash()).toBe(before)
  write('app/deep/a.ts', 'two')
  const changed = hash()
  expect(changed).not.toBe(before)
  write('app/deep/b.ts', '')
  expect(hash()).not.toBe(changed)
})
