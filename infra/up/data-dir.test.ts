import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ClearError } from './clear-error.ts'
import { openDataDir, openSecrets } from './data-dir.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bir-tereze-dir-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('makes the folder, keeps its secrets, and shows them to nobody', () => {
  const dir = openDataDir(path.join(folder, 'a/b'))
  const secrets = openSecrets(dir)
  expect(secrets.appSecret).toMatch(/^[0-9a-f]{64}$/)
  expect(openSecrets(openDataDir(dir.root))).toEqual(secrets)
  expect(statSync(dir.secretsFile).mode & 0o777).toBe(0o600)
  expect(statSync(dir.mail).mode & 0o777).toBe(0o700)
})

test('takes an empty folder, refuses one with other files and leaves it as it was', () => {
  openDataDir(folder)
  const foreign = path.join(folder, 'foreign')
  mkdirSync(foreign)
  writeFileSync(path.join(foreign, 'thesis.txt'), 'mine')
  expect(() => openDataDir(foreign)).toThrow(ClearError)
  expect(() => openDataDir(foreign)).toThrow(/^DATA_DIR [^\n]* holds files that are not Bir Tereze's/)
  expect(readdirSync(foreign)).toEqual(['thesis.txt'])
  expect(() => openDataDir(path.join(foreign, 'thesis.txt'))).toThrow(/is a file, not a folder/)
})
