import { describe, expect, it } from 'vitest'
import { statesRightOfAppeal } from './features/letters/norm.ts'
import { shippedTexts } from './locales.ts'
import { dayInWords } from './core/i18n/day-in-words.ts'
import { openTexts, translatorOf } from './core/i18n/texts.ts'

const texts = openTexts(shippedTexts)

describe('a day in words', () => {
  it.each([
    ['kk', '2026-11-23', '2026 жылғы 23 қараша'],
    ['ru', '2026-11-23', '23 ноября 2026 года'],
    ['en', '2026-11-23', '23 November 2026'],
    ['kk', '2027-03-05', '2027 жылғы 5 наурыз'],
    ['ru', '2027-05-01', '1 мая 2027 года'],
  ] as const)('is in %s, %s: %s', (locale, day, words) => {
    expect(dayInWords(day, translatorOf(texts[locale]))).toBe(words)
  })

  it('has twelve months in each language, no two alike', () => {
    for (const locale of ['kk', 'ru', 'en'] as const) {
      const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-07`)
      const words = new Set(days.map((day) => dayInWords(day, translatorOf(texts[locale]))))
      expect(words.size).toBe(12)
      for (const one of words) expect(one).not.toMatch(/month|undefined/)
    }
  })
})

describe('the paragraph that the product adds under an answer', () => {
  it.each(['kk', 'ru', 'en'] as const)('states the right of appeal in %s', (locale) => {
    expect(statesRightOfAppeal(translatorOf(texts[locale])('appeals:answer.rightOfAppeal'))).toBe(true)
  })
})
