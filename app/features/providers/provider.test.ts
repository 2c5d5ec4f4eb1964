import { describe, expect, test } from 'vitest'
import { rolesOfWords, saysTwoFactors, wordsOfClaim } from './provider.ts'

describe('the words of a claim', () => {
  test.each([
    [{ groups: ['a', 'b', 3] }, 'groups', ['a', 'b']],
    [{ groups: 'a, b  c' }, 'groups', ['a', 'b', 'c']],
    [{ realm_access: { roles: ['x'] } }, 'realm_access.roles', ['x']],
    [{ 'https://akimat.kz/roles': ['y'] }, 'https://akimat.kz/roles', ['y']],
    [{ groups: { a: true } }, 'groups', []],
    [{}, 'groups', []],
    [{}, '__proto__', []],
    [{}, 'constructor.name', []],
  ])('of %j by %s are %j', (claims, path, words) => {
    expect(wordsOfClaim(claims, path)).toEqual(words)
  })
})

describe('what the words give', () => {
  const list = [
    { claimValue: 'bt-transport', role: 'clerk', agencyId: 'transport' },
    { claimValue: 'bt-heads', role: 'agencyHead', agencyId: null },
    { claimValue: 'bt-admins', role: 'regionAdmin', agencyId: null },
  ] as const

  test('is each role once, with the agency of the first that names one', () => {
    expect(rolesOfWords(['bt-heads', 'bt-transport', 'other'], list)).toEqual({
      covered: ['clerk', 'agencyHead', 'regionAdmin'],
      roles: ['clerk', 'agencyHead'],
      agencyId: 'transport',
    })
  })

  test('is nothing for words that are on no list, however near', () => {
    expect(rolesOfWords(['BT-ADMINS', 'bt-admin', ''], list)).toMatchObject({ roles: [], agencyId: null })
  })
})

describe('two factors', () => {
  test.each([
    [{ amr: ['mfa'] }, true],
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: ['pwd', 'pin'] }, false],
    [{ amr: 'mfa' }, false],
    [{ acr: 'gold' }, true],
    [{ acr: 'silver' }, false],
    [{ acr: '' }, false],
    [{}, false],
  ])('are said by %j: %s', (claims, said) => {
    expect(saysTwoFactors(claims, 'gold platinum')).toBe(said)
  })

  test('are not said by an empty class where the region takes none', () => {
    expect(saysTwoFactors({ acr: '' }, '')).toBe(false)
  })
})
