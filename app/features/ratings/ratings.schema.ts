import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { tidied, typedText } from '#app/core/typed-text.ts'
import { ratingMeanings } from './rating.ts'

const longestWords = 2000

export const RateAnswer = z.object({
  /** Made with the page: sending the same page twice rates once. */
  submissionKey: z.uuid('common:error.invalid'),
  choiceId: z.string('ratings:error.choiceMissing').min(1, 'ratings:error.choiceMissing').max(100),
  words: z
    .string()
    .optional()
    .transform((typed) => tidied(typed ?? ''))
    .pipe(
      z
        .string()
        .max(longestWords, 'ratings:error.wordsLong')
        .refine((text) => text.isWellFormed() && !text.includes('\ufffd'), 'common:error.unreadable'),
    ),
})

/** The version of the appeal that the form was made from. */
const version = z.coerce.number('common:error.invalid').int().positive()

/** What the person is told. */
const told = (name: string) =>
  typedText(longestWords, { missing: `ratings:error.${name}Missing`, tooLong: 'ratings:error.wordsLong' }, 3)

export const ReopenAppeal = z.object({
  version,
  reopenTo: z.string('ratings:error.bodyMissing').min(1, 'ratings:error.bodyMissing').max(100),
  reopenWhy: told('reopenWhy'),
})

export const DeclineReopening = z.object({ version, declineWhy: told('declineWhy') })

const choice = { ...threeNames, meaning: z.enum(ratingMeanings, 'ratings:error.meaningMissing') }

export const AddChoice = z.object({ ...changeForm, ...choice })

export const ChangeChoice = z.object({ ...versionedForm, ...choice })

export type RateAnswer = z.output<typeof RateAnswer>
export type ReopenAppeal = z.output<typeof ReopenAppeal>
export type DeclineReopening = z.output<typeof DeclineReopening>
export type AddChoice = z.output<typeof AddChoice>
export type ChangeChoice = z.output<typeof ChangeChoice>
