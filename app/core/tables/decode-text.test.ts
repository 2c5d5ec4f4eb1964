import { expect, it } from 'vitest'
import { decodedText } from './decode-text.ts'

const russian = 'ФИО;почта\r\nАсанов;a@b.kz\r\n'
const kazakh = 'Аты-жөні;пошта\r\nӘсел;a@b.kz\r\n'
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bigEnd: boolean, mark: boolean) => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return new Uint8Array(bigEnd ? bytes.swap16() : bytes)
}
/** Letters of Russian as Windows writes them. */
const windows1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0)
      return code < 0x80 ? code : code - 0x410 + 0xc0
    }),
  )

it.each([
  ['UTF-8', utf8(kazakh), kazakh],
  ['UTF-8 with its mark', utf8(`\ufeff${kazakh}`), kazakh],
  ['UTF-16, little end first', utf16(kazakh, false, true), kazakh],
  ['UTF-16, big end first', utf16(kazakh, true, true), kazakh],
  ['UTF-16 without a mark', utf16('name;mail\r\n', false, false), 'name;mail\r\n'],
  ['Windows-1251', windows1251(russian), russian],
  ['nothing', new Uint8Array(), ''],
])('a table in %s is read', (_encoding, bytes, text) => {
  expect(decodedText(bytes)).toBe(text)
})
