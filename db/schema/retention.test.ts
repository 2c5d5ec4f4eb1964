import { describe, expect, it } from 'vitest'
import { mentioningTables, personalTables } from './erasure.ts'
import { chosenTerms, ends } from './retention.ts'

const tablesThatEnd = (...by: readonly unknown[]) =>
  Object.entries(ends)
    .filter(([, end]) => by.includes(end))
    .map(([table]) => table)
    .toSorted()

describe('what ends with an appeal', () => {
  it('is what an erasure empties, its files by a term of their own, what was said in a hall sooner', () => {
    const emptied = personalTables.map(({ table }) => table).toSorted()
    expect([...tablesThatEnd('appeals', 'files'), 'visit', 'consultation'].toSorted()).toEqual(emptied)
  })

  it('is not what only mentions a person: that has a shorter term', () => {
    for (const { table } of mentioningTables) expect(tablesThatEnd('appeals', 'account')).not.toContain(table)
  })
})

it('the usual term of a kind lies between its ends', () => {
  for (const { least, usual, most } of Object.values(chosenTerms)) {
    expect(usual).toBeGreaterThanOrEqual(least)
    expect(usual).toBeLessThanOrEqual(most)
  }
})
