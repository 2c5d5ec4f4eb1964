import { describe, expect, it } from 'vitest'
import { seal, unseal } from './sealed.server.ts'

const secret = 'a secret of the tests, long enough to be one'
const sealed = seal(secret, 'second-factor', ['almaty', 'ID'], 'JBSWY3DPEHPK3PXP')

describe('a sealed text', () => {
  it('is read again by who sealed it, and never looks the same twice', () => {
    expect(unseal(secret, 'second-factor', ['almaty', 'ID'], sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(seal(secret, 'second-factor', ['almaty', 'ID'], 'JBSWY3DPEHPK3PXP')).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('JBSWY3DPEHPK3PXP')
  })

  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  it.each([
    ['under another secret', () => unseal(`${secret}!`, 'second-factor', ['almaty', 'ID'], sealed)],
    ['for another purpose', () => unseal(secret, 'other', ['almaty', 'ID'], sealed)],
    ['moved to another person', () => unseal(secret, 'second-factor', ['almaty', 'OTHER'], sealed)],
    ['moved to another region', () => unseal(secret, 'second-factor', ['shymkent', 'ID'], sealed)],
    ['changed by one bit', () => unseal(secret, 'second-factor', ['almaty', 'ID'], changed.toString('base64url'))],
    ['cut short', () => unseal(secret, 'second-factor', ['almaty', 'ID'], sealed.slice(0, 20))],
  ])('is not opened %s', (_what, open) => {
    expect(open).toThrow(/authenticat|Invalid authentication tag/i)
  })
})
