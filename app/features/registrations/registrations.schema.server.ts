import { z } from 'zod'
import { appealFields, legalKinds } from '#app/features/appeals/public.server.ts'
import { dayField } from '#app/core/typed-day.ts'
import { looseField, optionalLine, tidied, typedText } from '#app/core/typed-text.ts'
import { timeField } from '#app/core/typed-time.ts'
import { isOral, staffChannels } from './registration.ts'

const ticked = z.literal('yes').optional().catch(undefined)

/** What was told by telephone has no address, and what came by post none that can be read: that is asked for afterwards. */
const address = looseField(appealFields.address).transform((address) => address ?? '')
const iin = looseField(appealFields.iin)

const reachable = {
  fullName: appealFields.fullName,
  address,
  email: looseField(appealFields.email),
  phone: looseField(appealFields.phone),
  answerChannels: appealFields.answerChannels,
}

const matter = {
  channel: z.enum(staffChannels, 'registrations:error.channelMissing'),
  receivedOn: dayField('registrations:error.dayInvalid'),
  receivedTime: timeField('registrations:error.timeInvalid'),
  outsideNumber: optionalLine(100, 'registrations:error.numberLong'),
  outsideOn: looseField(dayField('registrations:error.outsideDayInvalid')),
  readBack: ticked,
  language: appealFields.language,
  /** What the person means by it; `intent` names the form. */
  meant: appealFields.intent,
  legalKind: looseField(z.enum(legalKinds, 'appeals:error.legalKindMissing')),
  category: looseField(z.string()),
  text: appealFields.text,
  placeAddress: appealFields.placeAddress,
  placeLandmark: appealFields.placeLandmark,
}

/** Who brings it: of each kind what it must have, and what it may lack. */
const applicants = {
  person: { ...reachable, kind: z.literal('person'), iin },
  organisation: {
    ...reachable,
    kind: z.literal('organisation'),
    organisationName: appealFields.organisationName,
    bin: looseField(appealFields.bin),
  },
  representative: {
    ...reachable,
    kind: z.literal('representative'),
    iin,
    representedName: appealFields.representedName,
    basis: looseField(appealFields.basis).transform((basis) => basis ?? ''),
  },
  guest: { ...reachable, kind: z.literal('guest'), country: appealFields.country },
} as const

type Typed = Readonly<Record<string, unknown>>

const isBlank = (typed: unknown) => typeof typed !== 'string' || tidied(typed) === ''

/** What a chosen way of answering needs. */
const needs = [
  ['mail', 'email', 'appeals:error.emailMissing'],
  ['sms', 'phone', 'appeals:error.phoneMissing'],
  ['post', 'address', 'registrations:error.postAddress'],
] as const

/** By field: what does not go together. */
function unanswerable(typed: Typed): [field: string, message: string][] {
  const chosen = [typed.answerChannels].flat()
  return needs.flatMap(([channel, field, message]) =>
    typed.kind !== 'anonymous' && chosen.includes(channel) && isBlank(typed[field]) ? [[field, message]] : [],
  )
}

/**
 * A form whose fields must go together, too. Zod looks at a whole only once its parts are right; here one sending tells of
 * everything.
 */
const together = <Schema extends z.ZodType>(
  schema: Schema,
  judge: (typed: Typed) => [field: string, message: string][],
) =>
  z.record(z.string(), z.unknown()).transform((typed, check): z.output<Schema> => {
    const parsed = schema.safeParse(typed)
    for (const issue of parsed.error?.issues ?? []) check.addIssue({ ...issue, code: 'custom', input: typed })
    const known = new Set(parsed.error?.issues.map(({ path }) => path[0]))
    const more = judge(typed).filter(([field]) => !known.has(field))
    for (const [field, message] of more) check.addIssue({ code: 'custom', path: [field], message, input: typed })
    return parsed.success && more.length === 0 ? parsed.data : z.NEVER
  })

const ofKind = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...matter, ...applicants.person }),
    z.object({ ...matter, ...applicants.organisation }),
    z.object({ ...matter, ...applicants.representative }),
    z.object({ ...matter, ...applicants.guest }),
    z.object({
      ...matter,
      kind: z.literal('anonymous'),
      threat: z.enum(['yes', 'no'], 'registrations:error.threatMissing'),
    }),
  ],
  'appeals:error.kindMissing',
)

/** An appeal that somebody of the staff writes down. Its key stands in the address, because files are kept under it. */
export const RegisterAppeal = together(ofKind, (typed) => [
  ...unanswerable(typed),
  ...(staffChannels.some((channel) => channel === typed.channel && isOral(channel)) && typed.readBack !== 'yes'
    ? [['readBack', 'registrations:error.readBackMissing'] as [string, string]]
    : []),
])

const correcting = {
  version: z.coerce.number().int().positive(),
  /** Made with the page: sending the same page twice corrects once. */
  submissionKey: z.uuid(),
  ground: typedText(
    1000,
    { missing: 'registrations:error.groundMissing', tooLong: 'registrations:error.groundLong' },
    3,
  ),
  language: appealFields.language,
}
const noIin = ticked.transform((typed) => typed === 'yes')

const correctionOfKind = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...correcting, ...applicants.person, noIin }),
    z.object({ ...correcting, ...applicants.organisation }),
    z.object({ ...correcting, ...applicants.representative, noIin }),
    z.object({ ...correcting, ...applicants.guest }),
  ],
  'appeals:error.kindMissing',
)

/** What is put right of a registration: nobody becomes unnamed by it. */
export const CorrectRegistration = together(correctionOfKind, unanswerable)

export type CorrectRegistration = z.output<typeof CorrectRegistration>
export type RegisterAppeal = z.output<typeof RegisterAppeal>

export const RemoveFile = z.object({ attachmentId: z.string().default('') })

/** What a registration and its files are kept under, from the address of its page; undefined where there is none. */
export const keyOf = (url: string): string | undefined => z.uuid().safeParse(new URL(url).searchParams.get('key')).data

/** The last row of the page before, from the address of the list. */
export const afterOf = (url: string): string | undefined =>
  z.uuid().safeParse(new URL(url).searchParams.get('after')).data
