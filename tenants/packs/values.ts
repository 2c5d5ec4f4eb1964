import { z } from 'zod'

// Control characters and marks that turn the direction of writing: a name must look like what it is.
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/

/** No writing stacks more marks on a letter; a long row of them is slow to put in order. */
const tooManyMarks = /\p{M}{7}/u

/** A text of at most `most` characters as a person could have typed it. */
export const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((typed) => typed.trim() === typed, 'blanks stand around it')
    .refine(
      (typed) => typed.isWellFormed() && !unseen.test(typed) && !tooManyMarks.test(typed),
      'it holds characters that nobody can see or read',
    )

/** The same on one line. */
export const line = (most: number) => text(most).refine((typed) => !/[\n\t]/.test(typed), 'it stands on one line')

export const threeLanguages = (most: number) => z.strictObject({ kk: line(most), ru: line(most), en: line(most) })

export const isoDate = z.iso.date()

export const legalKinds = ['application', 'complaint', 'report', 'proposal', 'response', 'inquiry'] as const
export const legalKind = z.enum(legalKinds)

/** Roles that a region may vary. */
export const variedRole = z.enum([
  'dispatcher',
  'receptionist',
  'operator',
  'clerk',
  'agencyHead',
  'centreHead',
  'regionAdmin',
])

export const slug = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9-]*$/)

export const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'])

/** HH:MM */
export const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const hoursOfDay = z.tuple([wallClock, wallClock]).refine(([from, to]) => from < to, 'it ends before it begins')
