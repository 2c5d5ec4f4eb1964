import { describe, expect, it } from 'vitest'
import { loadPack } from './load.ts'

describe('the pack of Almaty', () => {
  it('has fourteen bodies: twelve agencies, the mediators and the translator', async () => {
    const { agencies, services } = await loadPack('almaty')
    expect([agencies.length, services.map(({ slug }) => slug)]).toEqual([12, ['mediators', 'translator']])
  })

  it('has fifty-nine things that people bring', async () => {
    const { categories, services } = await loadPack('almaty')
    const all = [...categories, ...services.flatMap((service) => service.categories)]
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(59)
  })

  it('answers at 338 33 88 and 1308', async () => {
    const { hotlines } = await loadPack('almaty')
    expect(hotlines).toEqual([
      { number: '338 33 88', kind: 'landline' },
      { number: '1308', kind: 'short' },
    ])
  })

  it('has a queue for each agency of its halls, and the base’s own groups that come earlier', async () => {
    const { halls, priorityGroups } = await loadPack('almaty')
    for (const { desks, queues } of halls) {
      expect(new Set(queues.map(({ agency }) => agency))).toEqual(new Set(desks.map(({ agency }) => agency)))
    }
    expect(priorityGroups.map(({ creditMinutes }) => creditMinutes)).toEqual([60, 40, 30, 30])
  })

  it('knows the eight districts, and no address that lies in two', async () => {
    const { districts } = await loadPack('almaty')
    expect(districts.map(({ name }) => name.kk)).toEqual(
      ['Алатау', 'Алмалы', 'Әуезов', 'Бостандық', 'Жетісу', 'Медеу', 'Наурызбай', 'Түрксіб'].map(
        (name) => `${name} ауданы`,
      ),
    )
    const words = districts.flatMap(({ words = '' }) => words.split(', '))
    expect(new Set(words).size).toBe(words.length)
  })

  it('has a desk for each agency in its main hall', async () => {
    const { agencies, halls } = await loadPack('almaty')
    expect(halls[0]?.desks.map(({ agency }) => agency)).toEqual(agencies.map(({ slug }) => slug))
  })
})
