import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastPosition, movedIn } from './ordered.server.ts'

const row = (id: string, retired = false) => ({ id, retiredAt: retired ? new Date(0) : null })

describe('a row that is moved', () => {
  const order = [row('a'), row('b', true), row('c'), row('d')]

  it('goes past the next one in use', () => {
    expect(movedIn(order, 'c', 'up').map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd'])
    expect(movedIn(order, 'a', 'down').map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd'])
  })

  it('stays where nobody is left to pass', () => {
    expect(movedIn(order, 'a', 'up')).toEqual(order)
    expect(movedIn(order, 'd', 'down')).toEqual(order)
    expect(movedIn(order, 'unknown', 'down')).toEqual(order)
  })

  it('loses nobody', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.string(), fc.boolean()), { selector: ([id]) => id, minLength: 1 })
    fc.assert(
      fc.property(rows, fc.nat(), fc.constantFrom('up' as const, 'down' as const), (pairs, at, direction) => {
        const all = pairs.map(([id, retired]) => row(id, retired))
        const id = all[at % all.length]?.id ?? ''
        expect(movedIn(all, id, direction).toSorted(byId)).toEqual(all.toSorted(byId))
      }),
    )
  })
})

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)

describe('the place of a new row', () => {
  it('is behind the last one, and the first of none', () => {
    expect(lastPosition([{ position: 4 }, { position: 2 }])).toBe(5)
    expect(lastPosition([])).toBe(0)
  })
})
