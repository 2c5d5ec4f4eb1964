import { z } from 'zod'
import { localeCodes } from '#app/core/i18n/locales.ts'
import { typedText } from '#app/core/typed-text.ts'

/** A translation of the longest appeal may be half as long again. */
const longest = 30_000

/** Made with the page: sending the same page twice asks once. */
const submissionKey = z.uuid('common:error.invalid')

const requestId = z.string('common:error.invalid').min(1, 'common:error.invalid').max(100, 'common:error.invalid')

export const AskTranslation = z.object({
  submissionKey,
  toLanguage: z.enum(localeCodes, 'translations:error.languageMissing'),
})

/** The fields of the form in which an answer is written that ask for its translation. */
export const draftTranslation = {
  submissionKey,
  fromLanguage: z.enum(localeCodes, 'translations:error.languageMissing'),
}

/** The field of the same form that takes one. */
export const translationChoice = { requestId }

export const FinishTranslation = z.object({
  requestId,
  translation: typedText(longest, {
    missing: 'translations:error.translationMissing',
    tooLong: 'translations:error.translationLong',
  }),
})

export const DeclineTranslation = z.object({
  requestId,
  why: typedText(500, { missing: 'translations:error.reasonMissing', tooLong: 'translations:error.reasonLong' }),
})

export type AskTranslation = z.output<typeof AskTranslation>
export type FinishTranslation = z.output<typeof FinishTranslation>
export type DeclineTranslation = z.output<typeof DeclineTranslation>
