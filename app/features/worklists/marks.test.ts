import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWords } from '#app/core/i18n/fold.ts'
import { fragmentOf, marked } from './marks.ts'

const said = (pieces: readonly { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

describe('what was searched for', () => {
  it.each([
    ['тобесинен', 'Үйдің төбесінен су ағып тұр', 'Үйдің [төбесінен] су ағып тұр'],
    ['су', 'Үйдің төбесінен СУ ағып тұр, исуды', 'Үйдің төбесінен [СУ] ағып тұр, исуды'],
    ['автобус', '121-автобус, автобусы', '121-[автобус], [автобусы]'],
    ['жок', 'Ештеңе табылмады', 'Ештеңе табылмады'],
  ])('%s is marked in %s', (typed, text, shown) => {
    expect(said(marked(text, foldedWords(typed)))).toBe(shown)
  })

  it('is marked in the text as it is: the pieces together are the text, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
        const pieces = marked(text, foldedWords(typed))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  it('is shown with some words around it, of which none is torn', () => {
    const long = `${'Бір сөз. '.repeat(60)}канализация бітеліп қалды ${'тағы сөз '.repeat(60)}`
    const shown = said(fragmentOf(long, ['канализация']))
    expect(shown).toMatch(/^… (сөз|Бір)/)
    expect(shown).toContain('[канализация] бітеліп қалды')
    expect(shown).toMatch(/ (сөз|тағы) …$/)
    expect(shown.length).toBeLessThan(180)
    expect(said(fragmentOf('Қысқа мәтін', ['жок']))).toBe('Қысқа мәтін')
  })
})
