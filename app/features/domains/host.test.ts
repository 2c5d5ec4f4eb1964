import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownHost, typedHost } from './host.server.ts'

const base = 'birtereze.kz'

describe('a host that a region types', () => {
  it.each([
    ['open.almaty.gov.kz', 'open.almaty.gov.kz'],
    ['  Open.Almaty.KZ ', 'open.almaty.kz'],
    ['терезе.қаз', 'xn--e1aaah7bk.xn--80ao21a'],
    ['xn--e1aaah7bk.xn--80ao21a', 'xn--e1aaah7bk.xn--80ao21a'],
    ['алматы.kz', 'xn--80aa6ae5a6c.kz'],
  ])('%s is kept as %s', (typed, host) => {
    expect(typedHost(typed, base)).toEqual({ host })
  })

  it.each([
    ['', 'missing'],
    ['https://open.almaty.kz', 'onlyHost'],
    ['open.almaty.kz/', 'onlyHost'],
    ['open.almaty.kz:443', 'onlyHost'],
    ['me@open.almaty.kz', 'onlyHost'],
    ['*.almaty.kz', 'onlyHost'],
    ['open almaty.kz', 'onlyHost'],
    ['[::1]', 'onlyHost'],
    ['open_1.almaty.kz', 'onlyHost'],
    ['open.almaty.kz.', 'dot'],
    ['.almaty.kz', 'dot'],
    ['open..almaty.kz', 'invalid'],
    ['-open.almaty.kz', 'invalid'],
    [`${'a'.repeat(64)}.kz`, 'invalid'],
    [`${'abcdefgh.'.repeat(28)}kz`, 'invalid'],
    ['127.0.0.1', 'address'],
    ['2130706433', 'address'],
    ['0x7f.1', 'address'],
    ['①②⑦.0.0.1', 'address'],
    ['birtereze.kz', 'base'],
    ['almaty.birtereze.kz', 'base'],
    ['localhost', 'reserved'],
    ['almaty', 'reserved'],
    ['almaty.localhost', 'reserved'],
    ['printer.local', 'reserved'],
    ['open.example', 'reserved'],
    // Cyrillic letters among Latin ones, typed or as the network writes them.
    ['аlmaty.kz', 'writings'],
    ['xn--lmaty-3ve.kz', 'writings'],
    ['almaty①.kz\u0301', 'writings'],
    ['сосо.kz', 'lookalike'],
    ['テスト.kz', 'writings'],
  ])('%j is refused: %s', (typed, wrong) => {
    expect(typedHost(typed, base)).toEqual({ wrong: `domains:error.${wrong}` })
  })

  it('is kept in one way only, which is a host again and never the platform’s', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string({ maxLength: 300 })), (typed) => {
        const once = typedHost(typed, base)
        if (!('host' in once)) return
        expect(typedHost(once.host, base)).toEqual(once)
        expect(typedHost(shownHost(once.host), base)).toEqual(once)
        expect(once.host).toMatch(/^[a-z0-9.-]{3,253}$/)
        expect(once.host.endsWith(base)).toBe(false)
      }),
    )
  })
})
