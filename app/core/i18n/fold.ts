/** People type Kazakh without Kazakh letters. */
const plain: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  і: 'и',
  һ: 'х',
}

/**
 * A text as it is searched: lower case, Kazakh letters as the Russian ones people type in their place, everything but
 * letters and digits as one blank. What is stored and what is typed pass the same function.
 */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('й', '\u0001')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u0001', 'й')
    .replace(/[әғқңөұүіһ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The folded words of a search, at most `most`; words of one letter only where they are digits. */
export function foldedWords(typed: string, most = 8): string[] {
  return folded(typed)
    .split(' ')
    .filter((word) => word.length > 1 || /\d/.test(word))
    .slice(0, most)
}
