import { expect, test } from 'vitest'
import { countOne, countPlaywright, countVitest, sum, totalLine } from './counts.ts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((how) => ({ status: how })),
})

test.each([
  ['all well', { testResults: [file('passed', 'passed', 'passed')] }, 0, [2, 0, 0]],
  ['a failure and a skip', { testResults: [file('failed', 'passed', 'failed', 'pending', 'todo')] }, 1, [1, 1, 2]],
  ['a file that cannot be loaded', { testResults: [file('passed', 'passed'), file('failed')] }, 1, [1, 1, 0]],
  ['an unhandled error beside green tests', { testResults: [file('passed', 'passed')] }, 1, [1, 1, 0]],
  ['no tests at all', { testResults: [] }, 0, [0, 1, 0]],
  ['everything skipped', { testResults: [file('passed', 'skipped')] }, 0, [0, 1, 1]],
  ['no report: it crashed', undefined, 134, [0, 1, 0]],
] as const)('Vitest, %s', (_name, report, code, [passed, failed, skipped]) => {
  expect(countVitest(report, code)).toEqual({ passed, failed, skipped })
})

test.each([
  ['all well', { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] }, 0, [5, 0, 1]],
  ['a flaky test has failed', { stats: { expected: 5, flaky: 1 }, errors: [] }, 0, [5, 1, 0]],
  ['a set-up that broke', { stats: { expected: 0 }, errors: [{}] }, 1, [0, 1, 0]],
  ['green but ended badly', { stats: { expected: 5 }, errors: [] }, 1, [5, 1, 0]],
  ['no report: it crashed', undefined, 1, [0, 1, 0]],
] as const)('Playwright, %s', (_name, report, code, [passed, failed, skipped]) => {
  expect(countPlaywright(report, code)).toEqual({ passed, failed, skipped })
})

test('the last line adds everything up', () => {
  expect(totalLine(sum([countOne(0), countOne(2), { passed: 3, failed: 0, skipped: 1 }]))).toBe(
    '4 passed, 1 failed, 1 skipped',
  )
})
