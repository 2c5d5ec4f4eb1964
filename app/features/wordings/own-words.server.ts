import type { TenantContext } from '#app/core/context.ts'
import { InvalidInput, NotFound } from '#app/core/errors.ts'
import { shippedOf } from '#app/core/i18n/texts.ts'
import { wordingProblem } from '#app/core/i18n/wording.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { shippedTexts, type ShippedText } from './shipped-texts.ts'
import { textField } from './wordings.schema.ts'

/** The text of this id as it is shipped. Throws NotFound for one that there is not, or that no region may reword. */
export function mustBeRewordable(ctx: TenantContext, id: string): ShippedText {
  const text = shippedTexts(shippedOf(ctx.texts)).get(id)
  if (!text) throw new NotFound('Text')
  return text
}

/** The shipped text in one language. Throws NotFound for a form of a plural that this language has not. */
export function shippedIn(text: ShippedText, locale: LocaleCode): string {
  const shipped = text.texts[locale]
  if (shipped === undefined) throw new NotFound('Text')
  return shipped
}

/** A short text may grow; a long one at most threefold: what is printed and paid for by length stays near what was drawn. */
const mostLetters = (shipped: string) => Math.max(200, shipped.length * 3)

/**
 * The text as it is kept: what is shipped as one line stays one line, a subject of a mail above all. Throws InvalidInput for
 * one that is too long, loses a value or names one that nobody gives.
 */
export function judged(shipped: string, locale: LocaleCode, typed: string): string {
  const text = shipped.includes('\n') ? typed : typed.replace(/\s+/g, ' ')
  const field = textField(locale)
  const most = mostLetters(shipped)
  if (text.length > most) throw new InvalidInput({ [field]: { key: 'wordings:error.longerThan', values: { most } } })
  const problem = wordingProblem(shipped, text)
  if (problem)
    throw new InvalidInput({ [field]: { key: `wordings:error.${problem.why}`, values: { what: problem.what } } })
  return text
}
