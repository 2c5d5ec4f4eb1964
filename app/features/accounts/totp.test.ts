import fc from 'fast-check'
import { Secret } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { codeAt, keyUri, newKey, stepOf } from './totp.server.ts'

// RFC 6238, appendix B: the key "12345678901234567890", of whose eight digits we show the last six.
const key = Secret.fromUTF8('12345678901234567890').base32

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %i s is %s', (seconds, code) => {
    expect(codeAt(key, new Date(seconds * 1000))).toBe(code)
    expect(stepOf(key, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  it('is taken one step early and one step late, under its own step, and no further', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 100_000_000 }), (step) => {
        const code = codeAt(key, new Date(step * 30_000))
        for (const distance of [-1, 0, 1]) {
          // Another step of the three may by chance show the same six digits.
          const found = stepOf(key, code, new Date((step + distance) * 30_000)) ?? 0
          expect(Math.abs(found - step)).toBeLessThanOrEqual(2)
          expect(codeAt(key, new Date(found * 30_000))).toBe(code)
        }
      }),
    )
    expect(stepOf(key, codeAt(key, new Date(59_000)), new Date(59_000 + 60_000))).toBeUndefined()
  })

  it('belongs to its key alone', () => {
    expect(newKey()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newKey()).not.toBe(newKey())
    expect(stepOf(newKey(), '287082', new Date(59_000))).toBeUndefined()
  })
})

describe('the address an app reads', () => {
  it('names region and person without breaking on Kazakh letters or blanks', () => {
    const url = new URL(keyUri('ABCD', 'Бір терезе: Алматы', 'admin@almaty.example'))
    expect(url.searchParams.get('secret')).toBe('ABCD')
    expect(url.searchParams.get('issuer')).toBe('Бір терезе: Алматы')
    expect(url.href).not.toContain('+')
    expect(decodeURIComponent(url.pathname)).toContain('admin@almaty.example')
  })
})
