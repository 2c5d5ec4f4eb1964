import { describe, expect, it } from 'vitest'
import { formatDay, formatMoment } from './format.ts'
import { acceptedLocale, localeOfPath } from './locales.ts'

describe('the language of a first visit', () => {
  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['en;q=0.5, kk', 'kk'],
    ['de-DE, fr;q=0.9', undefined],
    ['de, ru;q=0', undefined],
    ['*', undefined],
    ['', undefined],
    ['en-US;q=nonsense, ru;q=0.1', 'ru'],
  ])('asked for as %s is %s', (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale)
  })

  it.each([
    ['/kk', 'kk'],
    ['/ru/track', 'ru'],
    ['/de/track', undefined],
    ['/desk', undefined],
    ['/', undefined],
  ])('in the path %s is %s', (path, locale) => {
    expect(localeOfPath(path)).toBe(locale)
  })
})

describe('dates', () => {
  it('are dd.MM.yyyy on the region’s wall clock', () => {
    expect(formatDay('2026-11-23')).toBe('23.11.2026')
    expect(formatMoment('2026-11-23T19:05:00Z', 'Asia/Almaty')).toBe('24.11.2026 00:05')
  })
})
