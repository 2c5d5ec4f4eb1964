import { z } from 'zod'
import { tidied, typedText } from '#app/core/typed-text.ts'
import { appealFields, longestText } from './appeal-fields.ts'
import { typedCode } from './code.ts'
import { outcomes, typedNumber } from './appeal.ts'

const shared = {
  /** The same key makes the same appeal, however often it is sent. */
  submissionKey: z.uuid(),
  intent: appealFields.intent.default('request'),
  /** A category's slug; null for none, an unknown one is none too. */
  category: z.string().nullable().default(null),
  text: appealFields.text,
  placeAddress: appealFields.placeAddress,
  placeLandmark: appealFields.placeLandmark,
  placeLat: appealFields.placeLat,
  placeLon: appealFields.placeLon,
  language: appealFields.language,
}

const reachable = {
  fullName: appealFields.fullName,
  address: appealFields.address,
  email: appealFields.email.nullable().default(null),
  phone: appealFields.phone.nullable().default(null),
  answerChannels: appealFields.answerChannels.default(['mail']),
}

/** A number that only some people have. */
const iin = appealFields.iin.nullable().default(null)

const submission = z.discriminatedUnion('kind', [
  z.object({ ...shared, ...reachable, kind: z.literal('person'), iin }),
  z.object({
    ...shared,
    ...reachable,
    kind: z.literal('organisation'),
    organisationName: appealFields.organisationName,
    bin: appealFields.bin.nullable().default(null),
  }),
  z.object({
    ...shared,
    ...reachable,
    kind: z.literal('representative'),
    iin,
    representedName: appealFields.representedName,
    basis: appealFields.basis,
  }),
  z.object({ ...shared, ...reachable, kind: z.literal('guest'), country: appealFields.country }),
  z.object({ ...shared, kind: z.literal('anonymous') }),
])

/**
 * A whole appeal as any channel brings it: what its kind of applicant must say, and nothing that it cannot have. Without a
 * kind it is a person's.
 */
export const SubmitAppeal = z
  .preprocess((typed) => ({ kind: 'person', ...(typed as object) }), submission)
  .superRefine((appeal, check) => {
    if (appeal.kind === 'anonymous') return
    const { answerChannels, email, phone } = appeal
    if (answerChannels.includes('mail') && email === null)
      check.addIssue({ code: 'custom', path: ['email'], message: 'appeals:error.emailMissing' })
    if (answerChannels.includes('sms') && phone === null)
      check.addIssue({ code: 'custom', path: ['phone'], message: 'appeals:error.phoneMissing' })
  })

/** The version a form was made from: an older one must not overwrite what came since. */
const version = z.coerce.number().int().positive()

export const AssignAppeal = z.object({
  version,
  agencyId: z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing'),
})

export const AnswerAppeal = z.object({
  version,
  outcome: z.enum(outcomes, 'appeals:error.outcomeMissing'),
  text: typedText(
    longestText,
    {
      missing: 'appeals:error.answerMissing',
      tooLong: 'appeals:error.answerLong',
      tooShort: 'appeals:error.answerShort',
    },
    20,
  ),
})

export const TrackAppeal = z.object({
  number: z
    .string({ error: 'appeals:error.numberMissing' })
    .transform((typed) => tidied(typed))
    .pipe(z.string().min(1, 'appeals:error.numberMissing'))
    .transform((typed, check) => {
      const number = typedNumber(typed)
      if (number) return number
      check.addIssue({ code: 'custom', message: 'appeals:error.numberShape' })
      return z.NEVER
    }),
  code: z
    .string({ error: 'appeals:error.codeMissing' })
    .transform((typed) => typedCode(tidied(typed)))
    .pipe(z.string().min(1, 'appeals:error.codeMissing').max(40, 'appeals:error.codeWrong')),
})

export type SubmitAppeal = z.output<typeof SubmitAppeal>
export type AssignAppeal = z.output<typeof AssignAppeal>
export type AnswerAppeal = z.output<typeof AnswerAppeal>
export type TrackAppeal = z.output<typeof TrackAppeal>
