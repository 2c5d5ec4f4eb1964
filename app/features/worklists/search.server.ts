import { typedNumber } from '#app/features/appeals/public.server.ts'
import { foldedWords } from '#app/core/i18n/fold.ts'
import { typedPhone } from '#app/core/typed-phone.ts'

/**
 * What a search is for: an appeal's own number, who has a telephone number (which may be an appeal's number as well, typed
 * without its dashes), or words; `none`: nothing that can be found.
 */
export type Search =
  | { readonly for: 'number'; readonly number: string }
  | { readonly for: 'phone'; readonly phone: string; readonly number: string | undefined }
  | { readonly for: 'words'; readonly words: readonly string[] }
  | { readonly for: 'none' }

/** What somebody who typed this looks for. */
export function searchOf(typed: string): Search {
  const number = typedNumber(typed)
  const phone = /\p{L}/u.test(typed) || typed.trim() === number ? undefined : typedPhone(typed)
  if (phone) return { for: 'phone', phone, number }
  if (number) return { for: 'number', number }
  const words = foldedWords(typed)
  return words.length > 0 ? { for: 'words', words } : { for: 'none' }
}
