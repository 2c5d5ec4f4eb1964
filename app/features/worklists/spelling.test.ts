import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeliest, mostWrong } from './spelling.ts'

const known = [
  { word: 'канализация', people: 9 },
  { word: 'жылу', people: 40 },
  { word: 'жыл', people: 90 },
  { word: 'жолы', people: 12 },
  { word: 'жолу', people: 3 },
]

describe('a typo', () => {
  it.each([
    ['канлизация', 'канализация'],
    ['кнаалзация', 'канализация'],
    ['канализацыйя', 'канализация'],
    ['жылуу', 'жылу'],
    ['ыжлу', 'жылу'],
  ])('%s was meant as %s', (typed, meant) => {
    expect(likeliest(typed, known)).toBe(meant)
  })

  it('is corrected to the word that most people use, of those equally near, and to none that is far', () => {
    expect(likeliest('жола', known)).toBe('жолы')
    expect(likeliest('су', known)).toBeUndefined()
    expect(likeliest('автобус', known)).toBeUndefined()
  })

  it('of one letter is found in every word, wherever it is', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвгдежзиклмнопрст'), minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('drop', 'swap', 'double'), (meant, place, kind) => {
        const at = place % (meant.length - 1)
        const [one = '', two = ''] = [meant[at], meant[at + 1]]
        const typed = {
          drop: meant.slice(0, at) + meant.slice(at + 1),
          swap: meant.slice(0, at) + two + one + meant.slice(at + 2),
          double: meant.slice(0, at) + one + meant.slice(at),
        }[kind]
        fc.pre(typed !== meant && mostWrong(typed) >= 1)
        expect(likeliest(typed, [{ word: meant, people: 3 }])).toBe(meant)
      }),
    )
  })
})
