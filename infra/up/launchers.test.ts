import { expect, test } from 'vitest'
import { isSame, know, launchersOf } from './launchers.ts'

test('a process is itself, and not another that has its number', () => {
  const known = know(process.pid)!
  expect(isSame(known)).toBe(true)
  expect(isSame({ ...known, identity: 'another boot' })).toBe(false)
  expect(know(2 ** 30)).toBeUndefined()
})

test('a process that npm did not start has no launchers', () => {
  expect(launchersOf(1)).toEqual([])
})
