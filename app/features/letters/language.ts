import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** In which language a text is, and by how many words that shows. */
export interface TextLanguage {
  /** The languages it is written in: one, both of a text in two, none where too little shows it. */
  readonly languages: readonly LocaleCode[]
  readonly words: number
  /** Words that show each language; words that both have count for neither. */
  readonly shows: Readonly<Record<LocaleCode, number>>
}

const kazakhLetter = /[әғқңөұүһі]/
const russianLetter = /[щъё]/

/** Everyday words without a letter of their own that stand in one of the two languages alone. */
const kazakhWords = new Set(
  'мен бен пен да де та те не ма ме ба бе па пе осы сол бар жоқ емес еді екен туралы бойынша дейін кейін бірақ жауап шағым хабар заң бап бабы бабына бабының берілді берілген жасалды болады болды болып'.split(
    ' ',
  ),
)
const russianWords = new Set(
  'и в на что по для от с со из за к ко о об у не но или это как так же бы вы вас вам ваш ваше ваша ваши мы нас нам был была было были будет будут при до без под над после если чтобы также ответ дан дана согласно статья статьи статье статьёй закон закона кодекс кодекса'.split(
    ' ',
  ),
)
/** Endings of Russian adjectives, verbs and nouns that Kazakh words do not have. */
const russianEnding =
  /(ого|его|ому|ему|ых|их|ыми|ими|ый|ая|ое|ые|ую|ться|тся|ешь|ишь|ение|ения|ению|ание|ания|анию|ость|ости|ций|ция|ции|цию|ован[аоы]?|ен[аоы]|ён)$/

function languageOf(word: string): LocaleCode | undefined {
  if (/^[a-z']{2,}$/.test(word)) return 'en'
  if (kazakhLetter.test(word) || kazakhWords.has(word)) return 'kk'
  if (russianLetter.test(word) || russianWords.has(word)) return 'ru'
  return word.length > 4 && russianEnding.test(word) ? 'ru' : undefined
}

/** A capital where no sentence begins: a name or a title, which stays as it is in any language. */
const isName = (word: string, before: string) =>
  /^\p{Lu}\p{Ll}/u.test(word) && /\S/.test(before) && !/[.!?:;\n][\s–—-]*$/.test(before)

/**
 * The language of a text by its words: letters that only Kazakh has, everyday words, endings of Russian; names count for
 * nothing. A text is in every language that shows in more than a third as many words as the one that shows most.
 */
export function languageOfText(text: string): TextLanguage {
  const written = text.normalize('NFC')
  const shows = { kk: 0, ru: 0, en: 0 }
  let words = 0
  for (const { 0: word, index } of written.matchAll(/[\p{L}']+/gu)) {
    words += 1
    if (isName(word, written.slice(Math.max(0, index - 12), index))) continue
    const language = languageOf(word.toLowerCase())
    if (language) shows[language] += 1
  }
  const most = Math.max(shows.kk, shows.ru, shows.en)
  const languages = (['kk', 'ru', 'en'] as const).filter((code) => most > 0 && shows[code] * 3 > most)
  return { languages, words, shows }
}
