import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boxAround,
  isSameAddress,
  lookupPatterns,
  metresBetween,
  nearMetres,
  sameWordsFrom,
  sharedTrigrams,
  trigramsOf,
} from './likeness.ts'

const likeness = (one: string, other: string) => sharedTrigrams(trigramsOf(one), trigramsOf(other))

describe('two texts', () => {
  it.each([
    ['Аулада жарық жоқ, шам жанбайды', 'Ауламызда жарық жоқ! Шамдар жанбайды.'],
    ['Аулада жарық жоқ, шам жанбайды', 'аулада жарык жок шам жанбайды'],
    ['Во дворе дома не горит фонарь', 'Не горит фонарь во дворе нашего дома'],
  ])('say the same: %s / %s', (one, other) => {
    expect(likeness(one, other)).toBeGreaterThan(sameWordsFrom)
  })

  it.each([
    ['Аулада жарық жоқ, шам жанбайды', '121-автобус кешке келмейді'],
    ['Во дворе дома не горит фонарь', 'Прошу выдать справку о составе семьи'],
    ['', 'Во дворе дома не горит фонарь'],
  ])('say something else: %s / %s', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(0.3)
  })

  it('are as like in either order, and like themselves', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one))
        expect(likeness(one, other)).toBeLessThanOrEqual(1)
        expect(likeness(one, one)).toBe(trigramsOf(one).size > 0 ? 1 : 0)
      }),
    )
  })
})

describe('a place', () => {
  it('is the same to a hundred and fifty metres', () => {
    const almaty = { lat: 43.238949, lon: 76.889709 }
    expect(metresBetween(almaty, almaty)).toBe(0)
    // A thousandth of a degree north is 111 m, and east in Almaty 81 m.
    expect(Math.round(metresBetween(almaty, { ...almaty, lat: almaty.lat + 0.001 }))).toBe(111)
    expect(Math.round(metresBetween(almaty, { ...almaty, lon: almaty.lon + 0.001 }))).toBe(81)
  })

  it('that is near lies in the box that is looked into', () => {
    const turns = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
    const near = fc.double({ min: 0, max: nearMetres - 1, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 40, max: 56, noNaN: true }), turns, near, (lat, turn, metres) => {
        const at = { lat, lon: 70 }
        const other = {
          lat: lat + (Math.sin(turn) * metres) / 111_320,
          lon: 70 + (Math.cos(turn) * metres) / (111_320 * Math.cos((lat * Math.PI) / 180)),
        }
        const box = boxAround(at)
        expect(other.lat >= box.south && other.lat <= box.north).toBe(true)
        expect(other.lon >= box.west && other.lon <= box.east).toBe(true)
      }),
    )
  })

  it.each([
    ['Абай даңғылы, 10-үй', 'Абай 10', true],
    ['ул. Абая, дом 10', 'дом 10, ул. Абая, кв. 4', true],
    ['Абай даңғылы, 10-үй', 'Абай даңғылы, 12-үй', false],
    ['Абай даңғылы', 'Абай даңғылы, 12-үй', false],
    ['', '', false],
  ])('%s and %s: one house %s', (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same)
  })
})

describe('the words that are looked up', () => {
  it('are the beginnings of the three longest, in letters that people type', () => {
    expect(lookupPatterns('Көшеде жарықтандыру шамдары жанбайды, жөндеңіздерші')).toEqual([
      '% жонден%',
      '% жарыкт%',
      '% жанбай%',
    ])
  })

  it('are none where all are short: every other text would hold them', () => {
    expect(lookupPatterns('Су жоқ, газ да жоқ')).toEqual([])
  })
})
