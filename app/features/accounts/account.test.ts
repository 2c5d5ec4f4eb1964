import { describe, expect, it } from 'vitest'
import { needsSecondFactor } from './account.ts'

describe('a second factor', () => {
  it('is needed by who configures a region or runs the platform, whatever else they are', () => {
    expect(needsSecondFactor(['regionAdmin'])).toBe(true)
    expect(needsSecondFactor(['clerk', 'regionAdmin'])).toBe(true)
    expect(needsSecondFactor(['platformOperator'])).toBe(true)
  })

  it('is everybody else’s choice', () => {
    expect(needsSecondFactor(['dispatcher', 'clerk'])).toBe(false)
    expect(needsSecondFactor([])).toBe(false)
  })
})
