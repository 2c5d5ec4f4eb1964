import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksSomething, firstTaking, listed, takes, type RoutedText, type RuleConditions } from './rule.ts'

const anything: RuleConditions = {
  words: '',
  places: '',
  ofCategoryId: null,
  language: null,
  weekdays: [],
  hoursFrom: null,
  hoursTo: null,
}
const appeal: RoutedText = {
  text: 'Подъезде газ исі шығады, көршілер қорқып отыр',
  place: 'Әуезов ауданы, 5-ықшамаудан',
  categoryId: 'heating',
  language: 'kk',
  weekday: '6',
  time: '19:40',
}

describe('a rule', () => {
  it.each([
    ['the beginning of a word, without Kazakh letters', { words: 'өрт, коршил' }, { word: 'коршил' }],
    ['several words in a row', { words: 'газ иси' }, { word: 'газ иси' }],
    ['a word of the address', { places: 'Медеу; Ауезов' }, { place: 'Ауезов' }],
    ['the category', { ofCategoryId: 'heating' }, { category: true }],
    ['the language', { language: 'kk' }, { language: true }],
    ['a day off in the evening', { weekdays: ['6', '7'], hoursFrom: '18:30', hoursTo: '22:00' }, { when: true }],
  ] as const)('takes by %s', (_what, conditions, taken) => {
    expect(takes({ ...anything, ...conditions }, appeal)).toMatchObject(taken)
  })

  it.each([
    ['the middle of a word', { words: 'езде' }],
    ['words in another order', { words: 'иси газ' }],
    ['a place where the appeal has another', { places: 'Медеу' }],
    ['another category', { ofCategoryId: 'lift' }],
    ['another language', { language: 'ru' }],
    ['another day', { weekdays: ['1'] }],
    ['the minute at which its hours end', { hoursFrom: '09:00', hoursTo: '19:40' }],
    ['one condition of two', { words: 'газ', language: 'ru' }],
  ] as const)('does not take by %s', (_what, conditions) => {
    expect(takes({ ...anything, ...conditions }, appeal)).toBeUndefined()
  })

  it('asks something, or it would take everything', () => {
    expect(asksSomething(anything)).toBe(false)
    expect(asksSomething({ ...anything, words: ' , ;' })).toBe(false)
    expect(asksSomething({ ...anything, weekdays: ['7'] })).toBe(true)
    expect(listed('лифт;  застря, , …')).toEqual(['лифт', 'застря'])
  })
})

describe('rules in their order', () => {
  it('are asked until a usable one takes, whatever stands behind it', () => {
    const verdicts = fc.array(fc.constantFrom('takes', 'unusable', 'other'), { maxLength: 8 })
    fc.assert(
      fc.property(verdicts, (taking) => {
        const rules = taking.map((kind) => ({ ...anything, words: kind === 'other' ? 'лифт' : 'газ', kind }))
        const first = taking.indexOf('takes')
        const found = firstTaking(rules, appeal, ({ kind }) => kind !== 'unusable')
        expect(found?.number).toBe(first < 0 ? undefined : first + 1)
      }),
    )
  })
})
