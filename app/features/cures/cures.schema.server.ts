import { z } from 'zod'
import { appealFields } from '#app/features/appeals/public.server.ts'
import { looseField, optionalLine } from '#app/core/typed-text.ts'
import { curables } from './cure.ts'

const version = z.coerce.number().int().positive()

export const RequestCure = z.object({
  version,
  /** Made with the page: sending the same page twice asks once. */
  submissionKey: z.uuid(),
  missing: z
    .union([z.string(), z.array(z.string())], 'cures:error.missingMissing')
    .transform((ticked) => [ticked].flat())
    .pipe(
      z
        .array(z.enum(curables, 'cures:error.missingMissing'))
        .transform((ticked) => curables.filter((field) => ticked.includes(field))),
    ),
  words: optionalLine(1000, 'cures:error.wordsLong').transform((words) => words ?? ''),
})

/** That it is not waited for any more: it came by another way, or was not needed. */
export const SettleCure = z.object({
  version,
  cureId: z.string(),
  outcome: z.enum(['cured', 'cancelled'], 'cures:error.outcomeMissing'),
})

export const AnswerCure = z.object({
  cureId: z.string(),
  fullName: looseField(appealFields.fullName),
  iin: looseField(appealFields.iin),
  bin: looseField(appealFields.bin),
  address: looseField(appealFields.address),
  basis: looseField(appealFields.basis),
  text: looseField(appealFields.text),
})

export const RemoveFile = z.object({ attachmentId: z.string().default('') })

/** Where the list of cures goes on, from its address. */
export function afterOf(url: string): { dueAt: Date; id: string } | undefined {
  const [, at, id] = /^(\d{13})\.([0-9a-f-]{36})$/.exec(new URL(url).searchParams.get('after') ?? '') ?? []
  return at && id ? { dueAt: new Date(Number(at)), id } : undefined
}

export type RequestCure = z.output<typeof RequestCure>
export type SettleCure = z.output<typeof SettleCure>
export type AnswerCure = z.output<typeof AnswerCure>
