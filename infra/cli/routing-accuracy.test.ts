import { beforeAll, describe, expect, it } from 'vitest'
import { loadPack, loadRoutingTexts } from '#tenants/packs/load.ts'
import { accuracyOf, judgeAll } from './routing-accuracy.ts'

let texts: Awaited<ReturnType<typeof loadRoutingTexts>>
let categories: Awaited<ReturnType<typeof loadPack>>['categories']
let judged: ReturnType<typeof judgeAll>

beforeAll(async () => {
  texts = await loadRoutingTexts()
  ;({ categories } = await loadPack('base'))
  judged = judgeAll(texts, categories)
})

describe('texts that a region’s classifier begins with', () => {
  it('are different ones, of categories of the pack', () => {
    const slugs = new Set(categories.map(({ slug }) => slug))
    expect(texts.filter(({ category }) => !slugs.has(category))).toEqual([])
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
  })

  it.each(['kk', 'ru'] as const)('are 150 or more in %s, in twenty categories or more', (language) => {
    const own = texts.filter((text) => text.language === language)
    expect(own.length).toBeGreaterThanOrEqual(150)
    expect(new Set(own.map(({ category }) => category)).size).toBeGreaterThanOrEqual(20)
  })
})

describe('a classifier that has not seen a text', () => {
  // A little under what decision 0053 reports, so that a new text may be a hard one.
  it.each([
    ['kk', { right: 0.64, amongThree: 0.84, rightOfSuggested: 0.84 }],
    ['ru', { right: 0.61, amongThree: 0.81, rightOfSuggested: 0.84 }],
  ] as const)('finds its category among %s ones as often as was measured', (language, least) => {
    const found = accuracyOf(judged.filter(({ text }) => text.language === language))
    expect(found.right).toBeGreaterThanOrEqual(least.right)
    expect(found.amongThree).toBeGreaterThanOrEqual(least.amongThree)
    // What is suggested is right far oftener than the likeliest of all: the rest is left unsaid.
    expect(found.rightOfSuggested).toBeGreaterThanOrEqual(least.rightOfSuggested)
    expect(found.suggested).toBeGreaterThanOrEqual(0.4)
  })
})
