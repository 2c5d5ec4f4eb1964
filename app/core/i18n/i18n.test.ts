import { describe, expect, it } from 'vitest'
import { shippedTexts } from '../../locales.ts'
import { formatDay, formatMoment } from './format.ts'
import { acceptedLocale, localeOfPath } from './locales.ts'
import { openTexts, translatorOf } from './texts.ts'

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

describe('a region’s own wording', () => {
  const own = { locale: 'kk', namespace: 'regions', key: 'home.lead', text: 'Біздің өз сөзіміз' } as const
  const lead = (texts: ReturnType<typeof openTexts>) => translatorOf(texts.kk)('regions:home.lead')

  it('is shown in that region and never leaks into another, before or after', () => {
    const before = openTexts(shippedTexts)
    const shipped = lead(before)
    const changed = openTexts(shippedTexts, [own])
    const after = openTexts(shippedTexts)
    expect(lead(changed)).toBe('Біздің өз сөзіміз')
    expect([lead(before), lead(after)]).toEqual([shipped, shipped])
    expect(translatorOf(changed.ru)('regions:home.lead')).toBe(translatorOf(after.ru)('regions:home.lead'))
  })

  it('cannot bring in a key that the product does not have', () => {
    const texts = openTexts(shippedTexts, [{ ...own, key: 'home.invented' }])
    expect(translatorOf(texts.kk)('regions:home.invented')).toBe('home.invented')
  })
})
