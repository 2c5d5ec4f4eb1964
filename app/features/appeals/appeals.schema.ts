import { z } from 'zod'
import { tidied, typedEmail, typedLine, typedText } from '#app/core/typed-text.ts'
import { typedCode } from './code.ts'
import { legalKinds, outcomes, typedNumber } from './appeal.ts'
import { iinProblem } from './iin.ts'

/** The longest text of an appeal or an answer, characters. */
const longestText = 20_000

const appealText = typedText(
  longestText,
  { missing: 'appeals:error.textMissing', tooLong: 'appeals:error.textLong', tooShort: 'appeals:error.textShort' },
  10,
)

const iinMessages = {
  digits: 'appeals:error.iinDigits',
  date: 'appeals:error.iinDate',
  control: 'appeals:error.iinControl',
} as const

const iin = z
  .string({ error: 'appeals:error.iinMissing' })
  .transform((typed) => tidied(typed).replace(/[\s-]/g, ''))
  .superRefine((typed, check) => {
    const problem = typed === '' ? 'missing' : iinProblem(typed)
    if (!problem) return
    const message = problem === 'missing' ? 'appeals:error.iinMissing' : iinMessages[problem]
    check.addIssue({ code: 'custom', message })
  })

export const SubmitAppeal = z.object({
  /** Made with the page: sending the same page twice makes one appeal. */
  submissionKey: z.uuid(),
  text: appealText,
  address: typedLine(500, { missing: 'appeals:error.addressMissing', tooLong: 'appeals:error.addressLong' }, 5),
  fullName: typedLine(200, { missing: 'appeals:error.nameMissing', tooLong: 'appeals:error.nameLong' }, 2),
  iin,
  email: typedEmail({ missing: 'appeals:error.emailMissing', invalid: 'appeals:error.emailInvalid' }),
  language: z.enum(['kk', 'ru', 'en'], 'appeals:error.languageMissing'),
})

/** The version a form was made from: an older one must not overwrite what came since. */
const version = z.coerce.number().int().positive()

const agencyId = z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing')

export const ClassifyAppeal = z.object({
  version,
  legalKind: z.enum(legalKinds, 'appeals:error.kindMissing'),
  categoryId: z
    .string()
    .optional()
    .transform((id) => id || null),
})

export const AssignAppeal = z.object({ version, agencyId })

/** Rows ticked in a list, at most a page of them, and the agency they all go to. */
export const AssignSelected = z.object({
  appeal: z
    .union([z.string(), z.array(z.string())], 'appeals:error.nothingSelected')
    .transform((ids) => [ids].flat())
    .pipe(z.array(z.string().min(1)).min(1, 'appeals:error.nothingSelected').max(50)),
  agencyId,
})

export const ForwardAppeal = z.object({ version, forwardTo: agencyId })

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

export const SubmitAnswer = z.object({
  version,
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

export const SignAnswer = z.object({ version })

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
export type AssignSelected = z.output<typeof AssignSelected>
export type ForwardAppeal = z.output<typeof ForwardAppeal>
export type DraftAnswer = z.output<typeof DraftAnswer>
export type SubmitAnswer = z.output<typeof SubmitAnswer>
export type ReturnAnswer = z.output<typeof ReturnAnswer>
export type SignAnswer = z.output<typeof SignAnswer>
export type AddNote = z.output<typeof AddNote>
export type TrackAppeal = z.output<typeof TrackAppeal>
