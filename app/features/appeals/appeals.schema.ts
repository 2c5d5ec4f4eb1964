import { z } from 'zod'
import { tidied, typedText } from '#app/core/typed-text.ts'
import { appealFields, longestText } from './appeal-fields.ts'
import { typedCode } from './code.ts'
import { legalKinds, outcomes, typedNumber } from './appeal.ts'
import { suggested, ticked } from './shares.schema.ts'

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

const agencyId = z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing')

export const ClassifyAppeal = z.object({
  version,
  suggested,
  legalKind: z.enum(legalKinds, 'appeals:error.legalKindMissing'),
  categoryId: z
    .string()
    .optional()
    .transform((id) => id || null),
})

export const AssignAppeal = z.object({ version, agencyId, suggested })

export const ForwardAppeal = z.object({ version, forwardTo: agencyId, files: ticked, suggested })

/** The version of the draft that was read; 0 where there was none yet. */
const draftVersion = z.coerce.number().int().nonnegative()

export const DraftAnswer = z.object({
  draftVersion,
  outcome: z
    .union([z.literal(''), z.enum(outcomes)])
    .optional()
    .transform((outcome) => outcome || null),
  // Half a sentence is a draft too.
  text: z
    .string('appeals:error.answerMissing')
    .transform(tidied)
    .pipe(z.string().max(longestText, 'appeals:error.answerLong')),
})

/** That an answer is nearly the same as an earlier one was seen and is meant. */
const similar = z.literal('yes').optional().catch(undefined)

export const SubmitAnswer = z.object({
  version,
  similar,
  draftVersion,
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

const reasonMessages = { missing: 'appeals:error.reasonMissing', tooLong: 'appeals:error.reasonLong' }

export const ReturnAnswer = z.object({ version, reason: typedText(2000, reasonMessages, 3) })

export const SignAnswer = z.object({ version, similar })

export const AddNote = z.object({
  /** Made with the page: sending the same page twice makes one note. */
  submissionKey: z.uuid(),
  note: typedText(2000, { missing: 'appeals:error.noteMissing', tooLong: 'appeals:error.noteLong' }),
  mention: z
    .string()
    .optional()
    .transform((id) => id || undefined),
})

export const BePresent = z.object({ doing: z.enum(['viewing', 'editing']) })

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
export type ClassifyAppeal = z.output<typeof ClassifyAppeal>
export type AssignAppeal = z.output<typeof AssignAppeal>
export type ForwardAppeal = Omit<z.output<typeof ForwardAppeal>, 'files'> & { readonly files?: readonly string[] }
export type DraftAnswer = z.output<typeof DraftAnswer>
export type SubmitAnswer = z.output<typeof SubmitAnswer>
export type ReturnAnswer = z.output<typeof ReturnAnswer>
export type SignAnswer = z.output<typeof SignAnswer>
export type AddNote = z.output<typeof AddNote>
export type TrackAppeal = z.output<typeof TrackAppeal>
