import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { languageOfText, type TextLanguage } from './language.ts'
import { citedNorm, statesRightOfAppeal } from './norm.ts'

/** An earlier answer of the region with nearly the same words. */
export interface Similar {
  /** Of its appeal. */
  readonly number: string
  /** Null where the asker may not read that appeal. */
  readonly appealId: string | null
  /** Whole per cent. */
  readonly percent: number
}

/** What was looked at before an answer may be signed, each with what was seen. */
export interface Checks {
  /** The law asks for the language of the appeal. */
  readonly language: TextLanguage & { readonly ok: boolean; readonly wanted: LocaleCode }
  readonly norm: { readonly ok: boolean; readonly cited: string }
  /** `added`: the paragraph that goes out under the answer; empty where the answer says it itself. */
  readonly rightOfAppeal: { readonly ok: boolean; readonly added: string }
  /** Merge fields that nobody has filled in. */
  readonly fields: { readonly ok: boolean; readonly left: readonly string[] }
  /** No law: it warns, and whoever sends or signs confirms that it was meant. */
  readonly similar: Similar | undefined
}

/** Judges an answer by its words alone. `paragraph` is what the region adds about the right of appeal. */
export function judge(
  text: string,
  wanted: LocaleCode,
  paragraph: string,
  left: readonly string[],
): Omit<Checks, 'similar'> {
  const language = languageOfText(text)
  const cited = citedNorm(text) ?? ''
  const added = statesRightOfAppeal(text) ? '' : paragraph
  return {
    // Who wrote in English may be answered in the state language too.
    language: {
      ...language,
      wanted,
      ok: language.languages.includes(wanted) || (wanted === 'en' && language.languages.includes('kk')),
    },
    norm: { ok: cited !== '', cited },
    rightOfAppeal: { ok: added === '' || statesRightOfAppeal(added), added },
    fields: { ok: left.length === 0, left },
  }
}
