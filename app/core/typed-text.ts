import { z } from 'zod'

// Control characters but tab and line feed, and what cannot be seen: marks that turn the direction of writing can make a
// name look like another. PostgreSQL cannot store U+0000 at all.
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** What a decoder leaves where bytes were no UTF-8. */
const unreadable = /\ufffd/

/** No writing stacks more marks on a letter; putting a long row of them in order takes quadratic time. */
const tooManyMarks = /(\p{M}{6})\p{M}+/gu

/** Loose input, tidied: composed letters, plain line ends, no control characters, no blanks around it. */
export function tidied(typed: string): string {
  return typed.replace(tooManyMarks, '$1').normalize('NFC').replace(/\r\n?/g, '\n').replace(control, '').trim()
}

/** Keys of the messages a field of text may need. */
interface TextMessages {
  readonly missing: string
  readonly tooLong: string
  readonly tooShort?: string
}

/** A required text of at most `max` characters after tidying; messages are translation keys. */
export function typedText(max: number, messages: TextMessages, min = 1) {
  return z
    .string({ error: messages.missing })
    .transform(tidied)
    .pipe(
      z
        .string()
        .min(1, { error: messages.missing, abort: true })
        .min(min, messages.tooShort ?? messages.missing)
        .max(max, messages.tooLong)
        .refine((text) => text.isWellFormed() && !unreadable.test(text), 'common:error.unreadable'),
    )
}

/** A required text on one line. */
export const typedLine = (max: number, messages: TextMessages, min = 1) =>
  typedText(max, messages, min).transform((text) => text.replace(/\s+/g, ' '))

/** A text on one line that may be left out: null then. */
export const optionalLine = (max: number, tooLong: string) =>
  z
    .string()
    .nullish()
    .transform((typed) => tidied(typed ?? '').replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .max(max, tooLong)
        .refine((text) => text.isWellFormed() && !unreadable.test(text), 'common:error.unreadable'),
    )
    .transform((text) => (text === '' ? null : text))

/** A field that may stay empty: null then. What was typed is judged as ever. */
export const looseField = <Field extends z.ZodType>(field: Field) =>
  z.preprocess((typed) => (typeof typed === 'string' && tidied(typed) !== '' ? typed : null), field.nullable())

/** An e-mail address; blanks around it and letter case do not count. */
export const typedEmail = (messages: { missing: string; invalid: string }) =>
  z
    .string({ error: messages.missing })
    .transform((typed) => tidied(typed).toLowerCase())
    .pipe(z.string().min(1, messages.missing).max(254, messages.invalid).pipe(z.email(messages.invalid)))

/** A password as typed; only its length counts. */
export const typedPassword = z
  .string({ error: 'common:error.passwordShort' })
  .min(12, 'common:error.passwordShort')
  .max(128, 'common:error.passwordLong')
