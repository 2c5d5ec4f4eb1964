import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iinProblem } from '#app/core/iin.ts'
import { planMonth } from './plan.ts'
import stories from './stories.json' with { type: 'json' }

const categories = Object.keys(stories.stories)
const now = new Date('2026-11-27T08:00:00Z')
const month = planMonth({ region: 'almaty', contacts: 400, categories, now })

describe('a planned month', () => {
  it('is the same every time', () => {
    expect(planMonth({ region: 'almaty', contacts: 400, categories, now })).toEqual(month)
  })

  it('leaves contacts in every state there is', () => {
    const lastActs = month.contacts.map(
      (_, index) => month.moments.findLast(({ contact }) => contact === index)?.what.act,
    )
    expect(new Set(lastActs.filter(Boolean))).toEqual(
      new Set(
        [
          'file classify give note inform draft submit return sign withdraw',
          'contest keep redirect split coSubmit coSign byLink',
        ].flatMap((acts) => acts.split(' ')),
      ),
    )
  })

  it('speaks both languages and has nothing left to fill in', () => {
    expect(new Set(month.contacts.map(({ language }) => language))).toEqual(new Set(['kk', 'ru']))
    expect(month.contacts.filter(({ text }) => /[{}]/.test(text))).toEqual([])
  })

  it('invents people whose numbers pass the check', () => {
    expect(month.contacts.flatMap(({ person }) => iinProblem(person.iin) ?? [])).toEqual([])
  })

  it('tells every life in its order, and no moment that has not come', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true }), (now) => {
        const { contacts, moments } = planMonth({ region: 'shymkent', contacts: 30, categories, now })
        expect(moments.every(({ at }) => at < now)).toBe(true)
        for (const index of contacts.keys()) {
          const life = moments.filter(({ contact }) => contact === index)
          const times = life.map(({ at }) => at.getTime())
          expect(times).toEqual(times.toSorted((a, b) => a - b))
          expect(life.map(({ what }) => what.act).join(' ')).toMatch(
            /^(file( withdraw| classify( give( inform)?( note)?( contest( keep| redirect)?)?( split( coSubmit( coSign( byLink)?)?)?)?( draft( submit( return( draft( submit)?)?)?( sign)?)?)?)?)?)?$/,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  it('has staff at work on weekdays between nine and half past six', () => {
    const acts = month.moments.filter(({ what }) => what.act !== 'file')
    const wall = acts.map(({ at }) => new Date(at.getTime() + 5 * 3_600_000))
    expect(wall.filter((at) => at.getUTCHours() < 9 || at.getUTCHours() >= 18)).toEqual([])
    expect(wall.filter((at) => [0, 6].includes(at.getUTCDay()))).toEqual([])
  })
})
