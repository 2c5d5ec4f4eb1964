import { z } from 'zod'
import { tidied } from '#app/core/typed-text.ts'

/** A text that may be left out. */
const looseText = (max: number, tooLong: string) =>
  z
    .string()
    .optional()
    .transform((typed) => tidied(typed ?? ''))
    .pipe(
      z
        .string()
        .max(max, tooLong)
        .refine((text) => text.isWellFormed() && !text.includes('\ufffd'), 'common:error.unreadable'),
    )

/** What the files of an addition are kept under, from the address of its page; undefined where there is none. */
export function draftKeyOf(url: string): string | undefined {
  return z.uuid().safeParse(new URL(url).searchParams.get('draft')).data
}

export const AddInformation = z.object({
  /** Files alone will do. */
  text: looseText(20_000, 'appeals:error.textLong'),
})

export const RemoveFile = z.object({ attachmentId: z.string().default('') })

export const WithdrawAppeal = z.object({
  /** Made with the page: sending the same page twice does it once. */
  submissionKey: z.uuid(),
  /** Nobody has to say why. */
  reason: looseText(2000, 'appeals:error.reasonLong'),
})

/** With the key of its files: the same key adds once. */
export type AddInformation = z.output<typeof AddInformation> & { readonly submissionKey: string }
export type WithdrawAppeal = z.output<typeof WithdrawAppeal>
