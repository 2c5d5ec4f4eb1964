/** A message as a telephone takes it: one segment, or several that it puts together again. */
export interface SmsSegments {
  /** `gsm7`: Latin letters and few more, a septet each; `ucs2`: everything else, Kazakh and Russian among it. */
  readonly alphabet: 'gsm7' | 'ucs2'
  /** The text in order, cut where no character is cut. */
  readonly parts: readonly string[]
}

/** GSM 03.38, each character at its own code. The escape at 0x1B is no character. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** Characters that take an escape and a code, two septets. */
const extended: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
}

const escape = 0x1b

const codes = new Map<string, readonly number[]>([
  ...[...basic].map((character, code): [string, readonly number[]] => [character, [code]]),
  ...Object.entries(extended).map(([character, code]): [string, readonly number[]] => [character, [escape, code]]),
])
codes.delete('\u001B')

/** How much one segment holds: alone, and beside the header that names the message it is part of. */
const room = { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const

/** A text in the segments it is sent and paid as; none for no text. */
export function segmentsOf(text: string): SmsSegments {
  const characters = [...text]
  const alphabet = characters.every((character) => codes.has(character)) ? 'gsm7' : 'ucs2'
  const sizeOf = (character: string) => (alphabet === 'gsm7' ? (codes.get(character)?.length ?? 0) : character.length)
  const whole = characters.reduce((sum, character) => sum + sizeOf(character), 0)
  const { alone, joined } = room[alphabet]
  if (whole === 0) return { alphabet, parts: [] }
  if (whole <= alone) return { alphabet, parts: [text] }
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of characters) {
    if (size + sizeOf(character) > joined) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += character
    size += sizeOf(character)
  }
  return { alphabet, parts: [...parts, part] }
}

/** A part's bytes: septets each in a byte of its own, or UTF-16 with the high byte first. */
export function encodedPart(part: string, alphabet: SmsSegments['alphabet']): Buffer {
  if (alphabet === 'gsm7') return Buffer.from([...part].flatMap((character) => codes.get(character) ?? []))
  return Buffer.from(part, 'utf16le').swap16()
}

/** The text of such bytes. */
export function decodedPart(bytes: Buffer, alphabet: SmsSegments['alphabet']): string {
  if (alphabet === 'ucs2') return Buffer.from(bytes).swap16().toString('utf16le')
  const characters = new Map([...codes].map(([character, code]) => [code.join(' '), character]))
  let text = ''
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] === escape ? `${escape} ${bytes[++at]}` : `${bytes[at]}`
    text += characters.get(code) ?? ' '
  }
  return text
}
