import { z } from 'zod'
import { binProblem } from '#app/core/bin.ts'
import { iinProblem } from '#app/core/iin.ts'
import { phoneField } from '#app/core/typed-phone.ts'
import { optionalLine, tidied, typedEmail, typedLine, typedText } from '#app/core/typed-text.ts'
import type { AnswerChannel, ApplicantKind, Intent } from '#db/schema/vocabulary.ts'

/** The longest text of an appeal or an answer, characters. */
export const longestText = 20_000

export const intents = [
  'question',
  'problem',
  'request',
  'suggestion',
  'complaint',
] as const satisfies readonly Intent[]

const applicantKinds = [
  'person',
  'organisation',
  'representative',
  'guest',
  'anonymous',
] as const satisfies readonly ApplicantKind[]

const answerChannels = ['mail', 'sms', 'post', 'hall'] as const satisfies readonly AnswerChannel[]

const iinMessages = {
  digits: 'appeals:error.iinDigits',
  date: 'appeals:error.iinDate',
  control: 'appeals:error.iinControl',
} as const

const binMessages = {
  digits: 'appeals:error.binDigits',
  kind: 'appeals:error.binKind',
  control: 'appeals:error.binControl',
} as const

/** Twelve digits, with or without blanks and hyphens; `problemOf` gives the message's key. */
const twelveDigits = (missing: string, problemOf: (digits: string) => string | undefined) =>
  z
    .string({ error: missing })
    .transform((typed) => tidied(typed).replace(/[\s-]/g, ''))
    .superRefine((typed, check) => {
      const message = typed === '' ? missing : problemOf(typed)
      if (message) check.addIssue({ code: 'custom', message })
    })

/** Degrees, with a point or a comma; null where nothing was typed. */
const degrees = (most: number, message: string) =>
  z
    .union([z.string(), z.number(), z.null()], message)
    .default(null)
    .transform((typed, check) => {
      const text = tidied(String(typed ?? '')).replace(',', '.')
      if (text === '') return null
      if (/^-?\d{1,3}(\.\d{1,12})?$/.test(text) && Math.abs(Number(text)) <= most) return Number(text)
      check.addIssue({ code: 'custom', message })
      return z.NEVER
    })

/** Every field an appeal is made of, alike on every page and channel that asks for it. */
export const appealFields = {
  intent: z.enum(intents, 'appeals:error.intentMissing'),
  text: typedText(
    longestText,
    { missing: 'appeals:error.textMissing', tooLong: 'appeals:error.textLong', tooShort: 'appeals:error.textShort' },
    10,
  ),
  placeAddress: optionalLine(500, 'appeals:error.placeLong'),
  placeLandmark: optionalLine(300, 'appeals:error.landmarkLong'),
  placeLat: degrees(90, 'appeals:error.latInvalid'),
  placeLon: degrees(180, 'appeals:error.lonInvalid'),
  kind: z.enum(applicantKinds, 'appeals:error.kindMissing'),
  organisationName: typedLine(
    300,
    { missing: 'appeals:error.organisationMissing', tooLong: 'appeals:error.organisationLong' },
    2,
  ),
  bin: twelveDigits('appeals:error.binMissing', (bin) => {
    const problem = binProblem(bin)
    return problem && binMessages[problem]
  }),
  representedName: typedLine(
    200,
    { missing: 'appeals:error.representedMissing', tooLong: 'appeals:error.representedLong' },
    2,
  ),
  basis: typedLine(300, { missing: 'appeals:error.basisMissing', tooLong: 'appeals:error.basisLong' }, 2),
  fullName: typedLine(200, { missing: 'appeals:error.nameMissing', tooLong: 'appeals:error.nameLong' }, 2),
  iin: twelveDigits('appeals:error.iinMissing', (iin) => {
    const problem = iinProblem(iin)
    return problem && iinMessages[problem]
  }),
  country: optionalLine(100, 'appeals:error.countryLong'),
  address: typedLine(500, { missing: 'appeals:error.addressMissing', tooLong: 'appeals:error.addressLong' }, 5),
  answerChannels: z
    .union([z.string().transform((one) => [one]), z.array(z.string())], 'appeals:error.channelsMissing')
    .pipe(
      z
        .array(z.enum(answerChannels, 'appeals:error.channelsMissing'))
        .min(1, 'appeals:error.channelsMissing')
        .transform((chosen) => answerChannels.filter((channel) => chosen.includes(channel))),
    ),
  email: typedEmail({ missing: 'appeals:error.emailMissing', invalid: 'appeals:error.emailInvalid' }),
  phone: phoneField({ missing: 'appeals:error.phoneMissing', invalid: 'appeals:error.phoneInvalid' }),
  language: z.enum(['kk', 'ru', 'en'], 'appeals:error.languageMissing'),
}
