import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, foldedWords } from './fold.ts'

describe('a folded text', () => {
  it.each([
    ['Жолаушылар көлігі', 'жолаушылар колиги'],
    ['Әкімнің ҰСЫНЫСЫ, өтініш', 'акимнин усынысы отиниш'],
    ['Ещё один подъезд', 'еще один подъезд'],
    ['Йод, й', 'йод й'],
    ['Café № 5/а', 'cafe 5 а'],
    ['— … !', ''],
  ])('of %j is %j', (text, fold) => {
    expect(folded(text)).toBe(fold)
  })

  it('folds to itself, so that stored and typed words meet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text))
      }),
    )
  })
})

describe('the words of a search', () => {
  it('leave out single letters, keep single digits, and end somewhere', () => {
    expect(foldedWords('Дом № 5 а, көше')).toEqual(['дом', '5', 'коше'])
    expect(foldedWords('ab '.repeat(100), 3)).toEqual(['ab', 'ab', 'ab'])
  })
})
