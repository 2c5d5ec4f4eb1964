import { describe, expect, it } from 'vitest'
import { openTexts } from '#app/core/i18n/texts.ts'
import { shippedTexts } from './locales.ts'
import { cellsOf, headingsOf, registerColumns, typedExternalRef } from './features/registers/columns.ts'

const texts = openTexts(shippedTexts)

describe('the headings of a register', () => {
  it.each(['kk', 'ru', 'en'] as const)('are understood in %s as they are given out', (locale) => {
    const header = registerColumns.map((column) => texts[locale].t(`registers:column.${column}` as never) as string)
    expect(headingsOf(header, texts)).toEqual({ columns: [...registerColumns], ignored: [] })
  })

  it('may stand in any order and letter case, with others between that mean nothing', () => {
    const headings = headingsOf(['ФИО', 'Примечание', ' почтовый  адрес ', 'НОМЕР E-OTINISH:', 'ФИО'], texts)
    expect(headings.columns).toEqual(['fullName', undefined, 'address', 'externalRef', undefined])
    expect(headings.ignored).toEqual(['Примечание', 'ФИО'])
    expect(cellsOf(['Асан', 'x', '', ' ЖТ-2026-1 '], headings)).toEqual({ fullName: 'Асан', externalRef: 'ЖТ-2026-1' })
  })
})

describe('a number of e-Otinish', () => {
  it.each([
    ['ЖТ-2026-01234567', 'ЖТ-2026-01234567'],
    [' жт – 2026 – 01234567 ', 'ЖТ-2026-01234567'],
    ['3T/2026/15', '3T/2026/15'],
  ])('%s is kept as %s', (typed, kept) => expect(typedExternalRef(typed)).toBe(kept))
  it.each(['', '12', 'нет', '=1+1', 'ЖТ_2026'])('%s is none', (typed) =>
    expect(typedExternalRef(typed)).toBeUndefined(),
  )
})
