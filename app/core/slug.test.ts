import { describe, expect, it } from 'vitest'
import { freeSlug, slugOf } from './slug.ts'

describe('a slug', () => {
  it.each([
    ['Department of Social Welfare', 'department-of-social-welfare'],
    ['Regional Prosecutor’s Office', 'regional-prosecutors-office'],
    ['Жолаушылар көлігі басқармасы', 'zholaushylar-koligi-basqarmasy'],
    ['109 hotline', 'hotline'],
    ['— … —', 'n'],
    ['a'.repeat(100), 'a'.repeat(48)],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it('takes a number where it is taken', () => {
    expect(freeSlug('police', [])).toBe('police')
    expect(freeSlug('police', ['police', 'police-2'])).toBe('police-3')
  })
})
