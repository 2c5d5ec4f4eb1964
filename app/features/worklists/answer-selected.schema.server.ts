import { z } from 'zod'
import { outcomes } from '#app/features/appeals/public.server.ts'
import { writtenFields } from '#app/features/templates/public.server.ts'
import { tidied } from '#app/core/typed-text.ts'

/** Ticked appeals as an address carries them: ids with dots between, at most a page of them. */
export const idsOf = (typed: string | null): string[] =>
  [...new Set((typed ?? '').split('.').filter((id) => /^[0-9a-f-]{36}$/.test(id)))].slice(0, 50)

const words = z
  .string()
  .optional()
  .transform((typed) => tidied(typed ?? ''))
  .pipe(z.string().max(4000, 'common:error.textLong'))

const written = Object.fromEntries(writtenFields.map((field) => [field, words])) as Record<
  (typeof writtenFields)[number],
  typeof words
>

export const AnswerSelected = z.object({
  ids: z.string().transform(idsOf).pipe(z.array(z.string()).min(1, 'appeals:error.nothingSelected')),
  templateId: z.string('templates:error.templateMissing').min(1, 'templates:error.templateMissing').max(100),
  outcome: z.enum(outcomes, 'appeals:error.outcomeMissing'),
  /** That answers from one template are like each other is meant. */
  similar: z.literal('yes').optional(),
  ...written,
})

/** What leads from the ticked rows of a list to the page that answers them. */
export const ChooseTemplate = z.object({
  appeal: z
    .union([z.string(), z.array(z.string())], 'appeals:error.nothingSelected')
    .transform((ids) => [ids].flat())
    .pipe(z.array(z.string().min(1)).min(1, 'appeals:error.nothingSelected').max(50)),
  templateId: z.string('templates:error.templateMissing').min(1, 'templates:error.templateMissing').max(100),
})

export type AnswerSelected = z.output<typeof AnswerSelected>
