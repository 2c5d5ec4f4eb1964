import { describe, expect, it } from 'vitest'
import { searchFor } from './search.ts'

describe('a search', () => {
  it('finds every typed word anywhere, without Kazakh letters and in any order', () => {
    const finds = searchFor('колик жолаушы')
    expect(finds('Жолаушылар көлігі', 'x')).toBe(false)
    expect(searchFor('колиг жолаушы')('Жолаушылар көлігі басқармасы')).toBe(true)
    expect(searchFor('жолаушы 5')('Жолаушылар', 'Абай 5')).toBe(true)
  })

  it('of nothing finds everything', () => {
    expect(searchFor(' — ')('Полиция')).toBe(true)
  })
})
