import { z } from 'zod'
import { tidied, typedText } from '#app/core/typed-text.ts'
import { appealFields } from './appeal-fields.ts'

/** What may be left empty, else as `field` asks for it. */
const orNone = <S extends z.ZodType>(field: S) =>
  z.union([
    z
      .string()
      .refine((typed) => tidied(typed) === '')
      .transform(() => null),
    field,
  ])

export const CorrectContacts = z.object({
  /** The version of the appeal that the form was made from. */
  version: z.coerce.number('common:error.invalid').int().positive(),
  address: appealFields.address,
  email: orNone(appealFields.email),
  phone: orNone(appealFields.phone),
  /** Who asked for it, and how they showed who they are. */
  ground: typedText(500, { missing: 'appeals:error.groundMissing', tooLong: 'appeals:error.groundLong' }, 3),
})

export type CorrectContacts = z.output<typeof CorrectContacts>
