import { describe, expect, it } from 'vitest'
import { openTexts, translatorOf } from './core/i18n/texts.ts'
import { shippedTexts } from './locales.ts'

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

  it('that loses a value, names another or brings in a text is not shown', () => {
    const hostile = ['{{centre}}', '$t(regions:home.lead)', '{{', '{{number}}'.repeat(1000)]
    for (const text of hostile) {
      const texts = openTexts(shippedTexts, [{ ...own, text }])
      expect(lead(texts)).toBe(lead(openTexts(shippedTexts)))
    }
  })

  it('cannot bring in a key that the product does not have', () => {
    const texts = openTexts(shippedTexts, [{ ...own, key: 'home.invented' }])
    expect(translatorOf(texts.kk)('regions:home.invented')).toBe('home.invented')
  })
})
