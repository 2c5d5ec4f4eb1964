import { typedNumber } from '#app/features/appeals/public.server.ts'
import { foldedWords } from '#app/core/i18n/fold.ts'
import { typedPhone } from '#app/core/typed-phone.ts'

/**
 * What a search is for: an appeal's own number, who has a telephone number, or words; `none`: nothing that can be found. Digits
 * without dashes may be `number` as well: then both are looked for.
 */
export type Search =
  | { readonly for: 'number'; readonly number: string }
  | {
      readonly for: 'phone'
      readonly phone: string
      readonly number: string | undefined
      /** The same digits as a word, where they were typed without a gap. */
      readonly word: string | undefined
    }
  | { readonly for: 'words'; readonly words: readonly string[]; readonly number: string | undefined }
  | { readonly for: 'none' }

/** What somebody who typed this looks for. */
export function searchOf(typed: string): Search {
  const number = typedNumber(typed)
  if (number && typed.trim() === number) return { for: 'number', number }
  const phone = /\p{L}/u.test(typed) ? undefined : typedPhone(typed)
  const words = foldedWords(typed)
  if (phone) return { for: 'phone', phone, number, word: words.length === 1 ? words[0] : undefined }
  if (words.length > 0) return { for: 'words', words, number }
  return number ? { for: 'number', number } : { for: 'none' }
}
