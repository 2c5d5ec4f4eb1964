import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begunWith, hoursWaited, othersThan, translationAllows } from './translation.ts'

describe('a draft that a translation is put into', () => {
  it('gives way where it is what was translated, and stays above where it has changed since', () => {
    expect(begunWith('Фонарь починен.', 'Фонарь починен.', 'Шам жөнделді.')).toBe('Шам жөнделді.')
    expect(begunWith('Фонарь починен 24.11.', 'Фонарь починен.', 'Шам жөнделді.')).toBe(
      'Фонарь починен 24.11.\n\nШам жөнделді.',
    )
    expect(begunWith(' ', 'Фонарь починен.', 'Шам жөнделді.')).toBe('Шам жөнделді.')
  })

  it('loses no word that the request does not keep, and takes the same translation once', () => {
    const words = fc.stringMatching(/^[а-яә]{1,8}( [а-яә]{1,8}){0,3}$/)
    fc.assert(
      fc.property(words, words, words, (draft, original, translation) => {
        const once = begunWith(draft, original, translation)
        expect(once).toContain(translation)
        expect(draft === original || once.includes(draft)).toBe(true)
        expect(once === original || begunWith(once, original, translation) === once).toBe(true)
      }),
    )
  })
})

describe('a request', () => {
  it('is finished, declined or withdrawn while it is open, and taken when it is done', () => {
    expect(translationAllows('finish', { status: 'open' })).toBe(true)
    for (const status of ['done', 'declined', 'withdrawn'] as const)
      for (const act of ['finish', 'decline', 'withdraw'] as const)
        expect(translationAllows(act, { status }), `${act} ${status}`).toBe(false)
    expect(
      (['open', 'done', 'declined', 'withdrawn'] as const).filter((status) => translationAllows('take', { status })),
    ).toEqual(['done'])
  })

  it('is never into its own language', () => {
    expect(othersThan('kk')).toEqual(['ru', 'en'])
    expect(othersThan('ru')).toEqual(['kk', 'en'])
  })

  it('has waited whole hours, and none that are to come', () => {
    const asked = new Date('2026-11-23T04:00:00Z')
    expect(hoursWaited(asked, new Date('2026-11-23T04:59:59Z'))).toBe(0)
    expect(hoursWaited(asked, new Date('2026-11-24T05:00:00Z'))).toBe(25)
    expect(hoursWaited(asked, new Date('2026-11-23T03:00:00Z'))).toBe(0)
  })
})
