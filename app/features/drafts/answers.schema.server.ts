import { z } from 'zod'
import { appealFields as fields } from '#app/features/appeals/public.server.ts'
import { mostNamed, NameCosigner } from '#app/features/cosigners/public.server.ts'
import { tidied } from '#app/core/typed-text.ts'
import type { Answers, Question } from './questions.ts'

/** A number that some people have not: they say so, and are asked no more. Both typed and said: the number is judged. */
function numberOrNone<Name extends 'iin' | 'bin'>(name: Name, none: 'noIin' | 'noBin') {
  return z.object({ [name]: z.string().nullish(), [none]: z.string().optional() }).transform((typed, check) => {
    const text = tidied(String(typed[name] ?? ''))
    // `null` is how "none" was kept.
    if (text === '' && (typed[none] === 'yes' || typed[name] === null)) return null
    const number = fields[name].safeParse(text)
    if (number.success) return number.data
    for (const { message } of number.error.issues) check.addIssue({ code: 'custom', path: [name], message })
    return z.NEVER
  })
}

const iin = numberOrNone('iin', 'noIin').transform((iin) => ({ iin }))

const organisation = z
  .object({ organisationName: fields.organisationName })
  .and(numberOrNone('bin', 'noBin').transform((bin) => ({ bin })))
  .transform(({ organisationName, bin }) => ({ organisationName, bin }))

const place = z
  .object({
    placeAddress: fields.placeAddress,
    placeLandmark: fields.placeLandmark,
    placeLat: fields.placeLat,
    placeLon: fields.placeLon,
  })
  .superRefine(({ placeLat, placeLon }, check) => {
    if ((placeLat === null) === (placeLon === null)) return
    const path = [placeLat === null ? 'placeLat' : 'placeLon']
    check.addIssue({ code: 'custom', path, message: 'appeals:error.pointHalf' })
  })

/** Only the channels that were chosen need their address; what was typed for others is dropped. */
const reply = z
  .object({
    answerChannels: fields.answerChannels,
    email: z.string().nullish(),
    phone: z.string().nullish(),
  })
  .transform(({ answerChannels, ...typed }, check) => {
    const needed = { email: answerChannels.includes('mail'), phone: answerChannels.includes('sms') }
    const read = { email: null as string | null, phone: null as string | null }
    for (const name of ['email', 'phone'] as const) {
      if (!needed[name]) continue
      const given = fields[name].safeParse(typed[name] ?? '')
      if (given.success) read[name] = given.data
      else for (const { message } of given.error.issues) check.addIssue({ code: 'custom', path: [name], message })
    }
    return { answerChannels, ...read }
  })

/** What each question takes. What one of them gave back it takes again unchanged: kept answers are read by the same. */
export const answerSchemas = {
  intent: z.object({ meant: fields.intent }),
  topic: z.object({
    category: z
      .string('drafts:error.topicMissing')
      .max(100, 'drafts:error.topicMissing')
      .transform((slug) => (slug === 'none' ? '' : slug)),
  }),
  text: z.object({ text: fields.text }),
  place,
  person: z.object({ kind: fields.kind }),
  anonymous: z.object({ choice: z.literal('report', 'drafts:error.choiceMissing') }),
  organisation,
  representation: z.object({ representedName: fields.representedName, basis: fields.basis }),
  name: z.object({ fullName: fields.fullName }),
  iin,
  address: z.object({ address: fields.address, country: fields.country }),
  reply,
  language: z.object({ language: fields.language }),
  cosigners: z.object({ people: z.array(NameCosigner).max(mostNamed) }),
  files: z.object({}),
} satisfies { [Q in Question]: z.ZodType<NonNullable<Answers[Q]>> }

/** The answers that a draft's row holds; what another version of the product kept otherwise is asked anew. */
export function readAnswers(kept: unknown): Answers {
  const row = (kept ?? {}) as Readonly<Record<string, unknown>>
  const read = Object.entries(answerSchemas).flatMap(([question, schema]) => {
    const answer = schema.safeParse(row[question])
    return answer.success ? [[question, answer.data]] : []
  })
  return Object.fromEntries(read) as Answers
}
