import { expect, it } from 'vitest'
import { Tally } from './figure.ts'

it('an appeal that an act ends is counted in its month, as a repeat or as left without consideration', () => {
  const tally = new Tally()
  // 19:30 UTC on the last of November is December in Almaty.
  tally.add([
    { id: '1', event: 'appeal.terminated', at: new Date('2026-11-30T19:30:00Z'), facts: { ground: 'decidedAlready' } },
    { id: '2', event: 'appeal.leftUnconsidered', at: new Date('2026-11-30T12:00:00Z'), facts: { ground: 'notCured' } },
    { id: '3', event: 'appeal.extended', at: new Date('2026-11-30T12:00:00Z'), facts: { ground: 'factFinding' } },
  ])
  expect(tally.figures()).toEqual([
    { month: '2026-11-01', measure: 'ended', part: 'leftUnconsidered', appeals: 1 },
    { month: '2026-12-01', measure: 'ended', part: 'terminated', appeals: 1 },
  ])
})

it('an appeal that goes on in another one is counted once, whatever goes along with it, and comes back when they part', () => {
  const tally = new Tally()
  const at = new Date('2026-11-30T12:00:00Z')
  tally.add([
    { id: '1', event: 'appeal.merged', at, facts: { newly: true } },
    { id: '2', event: 'appeal.merged', at, facts: {} },
    { id: '3', event: 'appeal.unmerged', at, facts: {} },
  ])
  expect(tally.figures()).toEqual([
    { month: '2026-11-01', measure: 'merged', part: '', appeals: 1 },
    { month: '2026-11-01', measure: 'unmerged', part: '', appeals: 1 },
  ])
})
