import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedPart, encodedPart, segmentsOf } from './sms-text.ts'

const sizes = (text: string) => segmentsOf(text).parts.map((part) => part.length)

describe('a message', () => {
  // 3GPP TS 23.040: 140 bytes of user data, six of them for the header where there are several segments.
  it.each([
    ['Latin, just one segment', 'a'.repeat(160), 'gsm7', [160]],
    ['Latin, one letter more', 'a'.repeat(161), 'gsm7', [153, 8]],
    ['Latin, two full segments', 'a'.repeat(306), 'gsm7', [153, 153]],
    ['Kazakh, just one segment', 'ә'.repeat(70), 'ucs2', [70]],
    ['Kazakh, one letter more', 'ә'.repeat(71), 'ucs2', [67, 4]],
    ['Kazakh, three segments', 'ә'.repeat(135), 'ucs2', [67, 67, 1]],
    ['Russian among Latin', `${'a'.repeat(70)}я`, 'ucs2', [67, 4]],
    ['a character of two septets', `${'a'.repeat(159)}€`, 'gsm7', [153, 7]],
    ['nothing', '', 'gsm7', []],
  ] as const)('%s', (_what, text, alphabet, lengths) => {
    expect(segmentsOf(text).alphabet).toBe(alphabet)
    expect(sizes(text)).toEqual(lengths)
  })

  it('cuts neither a character of two septets nor one of two code units', () => {
    expect(sizes(`${'a'.repeat(152)}€${'a'.repeat(10)}`)).toEqual([152, 11])
    expect(sizes(`${'ә'.repeat(66)}🌉${'ә'.repeat(10)}`)).toEqual([66, 12])
  })

  it('comes out as it went in, and no segment is larger than a telephone takes', () => {
    const letters = fc.constantFrom(...'abcXYZ @£€[]{}~\n0123456789:/.әғқңөұүіһЯё🌉')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 500 }), (characters) => {
        const text = characters.join('')
        const { alphabet, parts } = segmentsOf(text)
        const bytes = parts.map((part) => encodedPart(part, alphabet))
        expect(bytes.map((part) => decodedPart(part, alphabet)).join('')).toBe(text)
        const most = alphabet === 'ucs2' ? [140, 134] : [160, 153]
        for (const part of bytes) expect(part.length).toBeLessThanOrEqual(most[parts.length > 1 ? 1 : 0] ?? 0)
      }),
    )
  })
})
