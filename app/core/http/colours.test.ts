import { describe, expect, it } from 'vitest'
import { inColours } from './colours.ts'

describe('inColours', () => {
  it.each([
    ['/desk', '/desk?colours=dark'],
    ['/desk?tab=late&page=2', '/desk?tab=late&page=2&colours=dark'],
    ['/desk?colours=light&page=2', '/desk?colours=dark&page=2'],
    ['//elsewhere.example/desk', '/desk?colours=dark'],
  ])('leads from %s to %s, never away from this host', (path, other) => {
    expect(inColours(path, 'dark')).toBe(other)
  })
})
