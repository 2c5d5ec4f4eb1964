import { z } from 'zod'
import { appealFields } from '#app/features/appeals/public.server.ts'
import { tidied, typedLine, typedText } from '#app/core/typed-text.ts'

/** A field that may be left out: null then. What is typed is judged like everywhere. */
const optional = <S extends z.ZodType<string, string>>(schema: S) =>
  z
    .string()
    .nullish()
    .transform((typed, check) => {
      const text = tidied(typed ?? '')
      if (text === '') return null
      const read = schema.safeParse(text)
      if (read.success) return read.data as string
      for (const { message } of read.error.issues) check.addIssue({ code: 'custom', message })
      return z.NEVER
    })

const signer = {
  signerName: typedLine(200, { missing: 'cosigners:error.nameMissing', tooLong: 'appeals:error.nameLong' }, 2),
  signerIin: optional(appealFields.iin),
  signerEmail: optional(appealFields.email),
  signerPhone: optional(appealFields.phone),
  signerLanguage: z.enum(['kk', 'ru', 'en'], 'cosigners:error.languageMissing'),
}

/** Somebody who is named while an appeal is written: they must be reachable, or they would never know. */
export const NameCosigner = z.object(signer).superRefine(({ signerEmail, signerPhone }, check) => {
  if (signerEmail === null && signerPhone === null)
    check.addIssue({ code: 'custom', path: ['signerEmail'], message: 'cosigners:error.contactMissing' })
})

/** Somebody on a list that was brought on paper; not all of them gave a contact. */
export const AddCosigner = z.object({
  /** Made with the page: sending the same page twice adds one person. */
  submissionKey: z.uuid(),
  ...signer,
})

export const RemoveCosigner = z.object({
  cosignerId: z.string(),
  leftReason: typedText(500, { missing: 'cosigners:error.reasonMissing', tooLong: 'cosigners:error.reasonLong' }, 3),
})

export type NameCosigner = z.output<typeof NameCosigner>
export type AddCosigner = z.output<typeof AddCosigner>
export type RemoveCosigner = z.output<typeof RemoveCosigner>
