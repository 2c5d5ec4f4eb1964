import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rankCategories } from './category-search.ts'

interface PackCategory {
  readonly slug: string
  readonly name: Readonly<Record<string, string>>
  readonly words?: Readonly<Record<string, string>>
}

const { categories } = JSON.parse(readFileSync('tenants/packs/base/pack.json', 'utf8')) as {
  categories: PackCategory[]
}

const found = (typed: string) =>
  rankCategories(categories, ({ name, words = {} }) => [...Object.values(name), ...Object.values(words)], typed).map(
    ({ slug }) => slug,
  )

describe('everyday words', () => {
  it.each([
    ['автобус', 'route-change'],
    ['автобус келмейді', 'timetable-breach'],
    ['Автобус не приходит', 'timetable-breach'],
    ['шұңқыр', 'road-surface'],
    ['шункыр', 'road-surface'],
    ['яма на дороге', 'road-surface'],
    ['ямы', 'road-surface'],
    ['жарық жоқ', 'street-lighting'],
    ['жарык жок', 'street-lighting'],
    ['нет света', 'street-lighting'],
    ['street lighting', 'street-lighting'],
    ['лифтіміз жүрмейді', 'lift'],
    ['көшедегі иттер', 'stray-animals'],
    ['бездомные собаки', 'stray-animals'],
    ['горячей воды нет', 'water-sewerage'],
    ['қоқыс алып кетпейді', 'waste-collection'],
    ['пособия на детей', 'family-benefits'],
    ['КСК', 'condominium-management'],
  ])('«%s» mean %s before anything else', (typed, slug) => {
    expect(found(typed)[0]).toBe(slug)
  })

  it.each(['', ' ', '!!!', 'ы', 'qwertyuiop'])('«%s» mean nothing', (typed) => {
    expect(found(typed)).toEqual([])
  })

  it('find more than one thing where they may mean more than one', () => {
    expect(found('автобус')).toEqual(expect.arrayContaining(['timetable-breach', 'driver-conduct', 'route-change']))
  })
})
