import { z } from 'zod'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { changeForm } from '#app/core/changes/changes.schema.ts'
import { typedText } from '#app/core/typed-text.ts'

/** The field of a language's text: a page has one form a language. */
export const textField = (locale: LocaleCode) => `text_${locale}` as const

/** No shipped text is a third as long. */
const mostLetters = 5000

const missing = 'wordings:error.missing'

/** 0 where the shipped text stands. */
const version = z.coerce.number('common:error.invalid').int().nonnegative()

/** A text of one language in the region's own words. */
export const rewordForm = (locale: LocaleCode) =>
  z
    .looseObject({
      ...changeForm,
      version,
      [textField(locale)]: typedText(mostLetters, { missing, tooLong: 'wordings:error.long' }),
    })
    .transform((form) => ({
      submissionKey: String(form.submissionKey),
      version: Number(form.version),
      locale,
      text: String(form[textField(locale)]),
    }))

export const resetForm = (locale: LocaleCode) =>
  z.object({ ...changeForm, version }).transform((form) => ({ ...form, locale }))

export type RewordText = z.output<ReturnType<typeof rewordForm>>
export type ResetText = z.output<ReturnType<typeof resetForm>>
