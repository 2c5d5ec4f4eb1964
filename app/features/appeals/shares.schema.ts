import { z } from 'zod'
import { typedLine, typedText } from '#app/core/typed-text.ts'
import { outcomes } from './appeal.ts'
import { longestText } from './appeal-fields.ts'
import { anotherBody, rowsOfSplit } from './split-rows.ts'

/** The version a form was made from: an older one must not overwrite what came since. */
const version = z.coerce.number().int().positive()
const assignmentId = z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing')

const why = typedText(2000, { missing: 'appeals:error.whyMissing', tooLong: 'appeals:error.reasonLong' }, 3)

/** The suggestion that stood beside a form, sealed; what is none is as if there was none. */
export const suggested = z.string().max(1000).optional().catch(undefined)

/** Ticked boxes: one, several or none. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((ids) => [ids ?? []].flat().filter((id) => id !== ''))

const partWords = typedText(4000, { missing: 'appeals:error.partMissing', tooLong: 'appeals:error.partLong' }, 5)

interface Row {
  readonly agencyId: string
  readonly part: string
}

const row = (at: number, typed: Readonly<Record<string, unknown>>, check: z.RefinementCtx): Row | undefined => {
  const [agencyId, words] = [typed[`body${at}`], typed[`part${at}`]].map((field) => String(field ?? '').trim())
  if (!agencyId && !words) return undefined
  if (!agencyId) check.addIssue({ code: 'custom', path: [`body${at}`], message: 'appeals:error.agencyMissing' })
  const part = partWords.safeParse(words)
  for (const { message } of part.error?.issues ?? []) check.addIssue({ code: 'custom', path: [`part${at}`], message })
  return { agencyId: agencyId ?? '', part: part.data ?? '' }
}

/** A lead where there is none yet, and other bodies, each with what of the appeal is theirs. */
export const SplitAppeal = z
  .looseObject({
    version,
    lead: z
      .string()
      .optional()
      .transform((id) => id || undefined),
    files: ticked,
    suggested,
  })
  .transform(({ version, lead, files, suggested, ...typed }, check) => {
    const parts = rowsOfSplit.flatMap((at) => row(at, typed, check) ?? [])
    if (parts.length === 0) check.addIssue({ code: 'custom', path: ['body1'], message: 'appeals:error.agencyMissing' })
    const ids = [...(lead ? [lead] : []), ...parts.map(({ agencyId }) => agencyId)]
    for (const [at, id] of ids.entries())
      if (id !== '' && ids.indexOf(id) < at)
        check.addIssue({
          code: 'custom',
          path: [`body${lead ? at : at + 1}`],
          message: 'appeals:error.bodyTwice',
        })
    return { version, lead, parts, files, ...(suggested && { suggested }) }
  })

const rightAgency = z
  .string('appeals:error.rightMissing')
  .min(1, 'appeals:error.rightMissing')
  .transform((id) => (id === anotherBody ? null : id))

const notOurs = typedText(2000, { missing: 'appeals:error.notOursMissing', tooLong: 'appeals:error.reasonLong' }, 10)

export const ContestShare = z.object({ version, rightAgency, reason: notOurs })

export const OfShare = z.object({ version, assignmentId })

export const KeepShare = z.object({ version, assignmentId, why })

export const RedirectShare = z.object({
  version,
  assignmentId,
  toAgency: z.string('appeals:error.agencyMissing').min(1, 'appeals:error.agencyMissing'),
  why,
})

const signerName = typedLine(200, { missing: 'appeals:error.signerMissing', tooLong: 'appeals:error.nameLong' }, 3)
const signerPost = typedLine(200, { missing: 'appeals:error.postMissing', tooLong: 'appeals:error.nameLong' }, 2)

export const AnswerByLink = z.object({
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
  signerName,
  signerPost,
})

export const ContestByLink = z.object({
  rightAgency,
  reason: notOurs,
  contestName: signerName,
  contestPost: signerPost,
})

export type SplitAppeal = z.output<typeof SplitAppeal>
export type ContestShare = z.output<typeof ContestShare>
export type OfShare = z.output<typeof OfShare>
export type KeepShare = z.output<typeof KeepShare>
export type RedirectShare = z.output<typeof RedirectShare>
export type AnswerByLink = z.output<typeof AnswerByLink>
export type ContestByLink = z.output<typeof ContestByLink>
