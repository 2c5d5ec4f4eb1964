import { expect, it } from 'vitest'
import { ratiosOf, report, type Report } from './report.ts'

const measured = { p50: 1, answers: 10, wrong: {}, requests: 1 }
const found: Report = {
  lines: [
    { ...measured, name: 'worklist', appeals: 100_000, perSecond: 300, p95: 30, statements: 5 },
    { ...measured, name: 'worklist', appeals: 1_000, perSecond: 400, p95: 24 },
    { ...measured, name: 'bare page, 50 rows', perSecond: 400, p95: 20 },
  ],
  bytes: { '/kk': 30 * 1024 },
  secondStart: 5_400,
  memory: { server: 100 * 1024 * 1024, worker: 80 * 1024 * 1024 },
}

it('ratios compare what was measured in one run', () => {
  expect(ratiosOf(found)).toEqual({ growth: 1.25, besideBare: 0.75 })
  expect(report(found)).toContain('100,000 against 1,000 appeals: 1.25 (at most 1.5)')
})

it('a part that was left out has no ratio', () => {
  const alone = { ...found, lines: found.lines.slice(0, 1) }
  expect(ratiosOf(alone)).toEqual({ growth: undefined, besideBare: undefined })
})
