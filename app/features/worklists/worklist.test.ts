import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permissionsOf } from '#app/core/access/permissions.ts'
import { folded, foldedWords } from '#app/core/i18n/fold.ts'
import { patternOf } from './search.ts'
import { addressOf, viewsOf, waitsFor, worklistQuery } from './worklist.ts'

const id = '019ac000-0000-7000-8000-000000000001'

describe('the list an address asks for', () => {
  it('is what it says', () => {
    const address = `view=closed&q= су &state=answered&agency=${id}&category=${id}&due=week&language=kk&after=1.${id}`
    expect(worklistQuery(address, permissionsOf(['dispatcher']))).toEqual({
      view: 'closed',
      q: 'су',
      state: 'answered',
      agency: id,
      category: id,
      due: 'week',
      language: 'kk',
      after: `1.${id}`,
    })
  })

  it('is the first of the role where the address says nothing that can be read', () => {
    const nonsense = `view=x&state=open&agency=1%27--&due=never&language=de&after=zzz&q=%20`
    expect(addressOf(worklistQuery(nonsense, permissionsOf(['clerk'])))).toEqual({ view: 'todo' })
    expect(addressOf(worklistQuery(nonsense, permissionsOf(['centreHead'])))).toEqual({ view: 'open' })
    expect(worklistQuery('view=todo', permissionsOf(['centreHead'])).view, 'nothing waits for who only looks').toBe(
      'open',
    )
  })

  it('survives being written as an address and read again, and begins anew when it is narrowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'assigned', 'x'), (q, state) => {
        const typed = new URLSearchParams({ q, state, view: 'all', after: `5.${id}` })
        const query = worklistQuery(typed, permissionsOf(['dispatcher']))
        const again = worklistQuery(
          new URLSearchParams(addressOf(query, { after: query.after })),
          permissionsOf(['dispatcher']),
        )
        expect(again).toEqual(query)
        expect(addressOf(query, { due: 'today' }).after).toBeUndefined()
      }),
    )
  })
})

describe('what waits for a person', () => {
  it('follows the roles', () => {
    expect(waitsFor(permissionsOf(['dispatcher']))).toEqual(['registered', 'contested', 'reopenRequested'])
    expect(waitsFor(permissionsOf(['clerk', 'agencyHead']))).toEqual(['assigned', 'forwarded', 'awaitingSignature'])
    expect(viewsOf(permissionsOf(['centreHead']))).toEqual(['open', 'overdue', 'closed', 'all'])
  })
})

const searchPatterns = (typed: string) => foldedWords(typed).map(patternOf)

describe('a search', () => {
  it.each([
    ['Төбесінен', 'тобесинен су агып'],
    ['су', 'Үйдің төбесінен СУ ағып тұр'],
    ['Сынақова 10', 'Абай 10-үй, СЫНАКОВА Әсел'],
  ])('for %s finds %s', (typed, text) => {
    const words = ` ${folded(text)} `
    // What LIKE would say: a pattern is plain text between two signs for "anything".
    expect(searchPatterns(typed).every((pattern) => words.includes(pattern.slice(1, -1)))).toBe(true)
  })

  it('looks for short words at the beginning of words alone, and for nothing where nothing was typed', () => {
    expect(searchPatterns('су')).toEqual(['% су%'])
    expect(searchPatterns('а — …')).toEqual([])
    expect(searchPatterns('100% су_')).toEqual(['%100%', '% су%'])
  })
})
