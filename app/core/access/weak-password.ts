/** Why a password of the right length is none. */
export type Weakness = 'common' | 'own' | 'simple'

/** Names of the product; everybody here would think of them. */
const productWords = ['bir tereze', 'birtereze', 'бір терезе', 'біртерезе']

/** Rows along which fingers run, on Latin and Cyrillic keyboards, and the alphabets. */
const runs = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіэюя',
].flatMap((run) => [run, [...run].toReversed().join('')])

/** A part so short is no word that would give a password away. */
const shortestOwn = 4

/** What must be left of a password beside a person's own words. */
const leastLeft = 8

/**
 * What is weak about a password; undefined where nothing is. `own` are the person's name, address, region; `isCommon`
 * says whether a lower-case text is one that everybody uses.
 */
export function weaknessOf(
  password: string,
  own: readonly string[],
  isCommon: (text: string) => boolean,
): Weakness | undefined {
  const text = password.normalize('NFKC').toLowerCase()
  const letters = text.replace(/[\s\p{P}\p{S}]/gu, '')
  if (isSimple(letters)) return 'simple'
  const words = [...own, ...productWords]
    .flatMap((word) => [word, ...word.split(/[\s@._-]+/)])
    .map((word) =>
      word
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}\p{S}]/gu, ''),
    )
    .filter((word) => [...word].length >= shortestOwn)
    .toSorted((a, b) => b.length - a.length)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), letters)
  if (left !== letters && [...left].length < leastLeft) return 'own'
  // "Password2026!" is "password" for whoever guesses.
  const core = letters.replace(/^\d+|\d+$/g, '')
  return [text, letters, core].some((part) => part !== '' && isCommon(part)) ? 'common' : undefined
}

/** Few different characters, a short piece over and over, or fingers running along the keys. */
function isSimple(letters: string): boolean {
  const characters = [...letters]
  if (new Set(characters).size < 5) return true
  const isRepeat = (length: number) => characters.every((character, at) => character === characters[at % length])
  if ([1, 2, 3, 4, 5, 6].some((length) => length * 2 <= characters.length && isRepeat(length))) return true
  return runsIn(letters) <= 3
}

/** How few runs (or single characters) a text is made of, taking the longest first. */
function runsIn(letters: string): number {
  let count = 0
  for (let at = 0; at < letters.length; count += 1) {
    let length = 1
    while (at + length < letters.length && isRun(letters.slice(at, at + length + 1))) length += 1
    at += length
  }
  return count
}

const isRun = (piece: string) => runs.some((run) => run.includes(piece)) || new Set(piece).size === 1
