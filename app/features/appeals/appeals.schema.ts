import { z } from 'zod'
import { tidied, typedEmail, typedLine, typedText } from '#app/core/typed-text.ts'
import { typedCode } from './code.ts'
import { outcomes, typedNumber } from './appeal.ts'
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
