import { describe, expect, it } from 'vitest'
import { tidied, typedEmail, typedText } from './typed-text.ts'

describe('what people type', () => {
  it.each([
    ['  blanks around  ', 'blanks around'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['zero\u0000 and bell\u0007', 'zero and bell'],
    ['и\u0306', 'й'],
  ])('%j is tidied to %j', (typed, tidy) => {
    expect(tidied(typed)).toBe(tidy)
  })

  it('with marks stacked without end keeps a few of them, so that putting them in order stays cheap', () => {
    expect(tidied(`а${'\u0301\u0316'.repeat(50_000)}`).length).toBeLessThan(10)
  })

  it('is measured after tidying', () => {
    const text = typedText(10, { missing: 'missing', tooLong: 'long' })
    expect(text.parse(`  ${'ә'.repeat(10)}  `)).toBe('ә'.repeat(10))
    expect(text.safeParse('ә'.repeat(11)).error?.issues[0]?.message).toBe('long')
    expect(text.safeParse('\u0000\u0007 ').error?.issues[0]?.message).toBe('missing')
  })

  it('as an e-mail address is one address', () => {
    const email = typedEmail({ missing: 'missing', invalid: 'invalid' })
    expect(email.parse(' Asel@Mail.Example ')).toBe('asel@mail.example')
    for (const bad of [
      'a@b.example, c@d.example',
      '"a b"@c.example',
      'a@b.example\nBcc: x@y.example',
      '<a@b.example>',
    ]) {
      expect(email.safeParse(bad).error?.issues[0]?.message).toBe('invalid')
    }
  })
})
