import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packSchema, type Pack } from '#tenants/packs/schema.ts'
import { compareItems, differingFields } from './compare-items.ts'
import { itemsOf, keyed } from './pack-items.ts'

const base = packSchema.parse(JSON.parse(readFileSync('tenants/packs/base/pack.json', 'utf8')))

/** The base with its agencies as `change` makes them. */
const withAgencies = (change: (agencies: Pack['agencies']) => Pack['agencies']): Pack => ({
  ...base,
  agencies: change(base.agencies),
})

const renamed = (slug: string, en: string) =>
  withAgencies((all) => all.map((one) => (one.slug === slug ? { ...one, name: { ...one.name, en } } : one)))

const compared = (mine: Pack, theirs: Pack) =>
  compareItems(itemsOf(base), itemsOf(mine), itemsOf(theirs)).map(({ id, state, here, there }) => [
    id,
    state,
    here,
    there,
  ])

describe('a region beside its pack', () => {
  it('does not differ where nobody changed anything, whatever order keys stand in', () => {
    const turned = JSON.parse(JSON.stringify(base), (_key, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as Pack
    expect(compared(base, turned)).toEqual([])
  })

  it('keeps what it changed alone, and is offered what the pack changed alone', () => {
    expect(compared(renamed('police', 'Ours'), base)).toEqual([['agency/police', 'here', 'changed', 'same']])
    expect(compared(base, renamed('police', 'Theirs'))).toEqual([['agency/police', 'offered', 'same', 'changed']])
  })

  it('is at odds where both changed one thing, and agrees where both made it the same', () => {
    expect(compared(renamed('police', 'Ours'), renamed('police', 'Theirs'))).toEqual([
      ['agency/police', 'conflict', 'changed', 'changed'],
    ])
    expect(compared(renamed('police', 'Same'), renamed('police', 'Same'))).toEqual([])
  })

  it('tells what came and what went on each side', () => {
    const without = (slug: string) => withAgencies((all) => all.filter((one) => one.slug !== slug))
    const more = withAgencies((all) => [...all, { slug: 'water', level: 'local', name: { kk: 'а', ru: 'б', en: 'c' } }])
    expect(compared(without('roads'), more)).toEqual([
      ['agency/roads', 'here', 'gone', 'same'],
      ['agency/water', 'offered', 'same', 'added'],
    ])
    expect(compared(more, without('roads'))).toEqual([
      ['agency/roads', 'offered', 'same', 'gone'],
      ['agency/water', 'here', 'added', 'same'],
    ])
    expect(compared(without('roads'), renamed('roads', 'Theirs'))).toEqual([
      ['agency/roads', 'conflict', 'gone', 'changed'],
    ])
  })

  it('is at odds with everything that differs where nobody knows what it was made from', () => {
    const found = compareItems(undefined, itemsOf(renamed('police', 'Ours')), itemsOf(base))
    expect(found.map(({ id, state }) => [id, state])).toEqual([['agency/police', 'conflict']])
    expect(found.flatMap(differingFields)).toEqual(['nameEn'])
  })
})

describe('what two of a pack share a name', () => {
  it('is told apart by its place', () => {
    expect(keyed(['a', 'b', 'a', 'a'], (one) => one).map(([key]) => key)).toEqual(['a', 'b', 'a#2', 'a#3'])
  })
})
