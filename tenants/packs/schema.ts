import { z } from 'zod'

const threeLanguages = z.object({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })
const isoDate = z.iso.date()

const agency = z.object({
  slug: z.string().regex(/^[a-z][a-z0-9-]*$/),
  level: z.enum(['local', 'territorial', 'nonState']),
  name: threeLanguages,
})

/** A reviewed starter configuration of a region. */
export const packSchema = z.strictObject({
  version: z.int().positive(),
  centre: threeLanguages,
  brandColour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** End of the working day, HH:MM on the region's wall clock. */
  dayEnd: z.string().regex(/^[0-2]\d:[0-5]\d$/),
  hotlines: z.array(z.object({ number: z.string(), kind: z.enum(['landline', 'short']) })),
  terms: z.array(
    z.object({
      legalKind: z.enum(['application', 'complaint', 'report', 'proposal', 'response', 'inquiry']),
      workingDays: z.int().positive(),
      appliesFrom: isoDate,
    }),
  ),
  agencies: z.array(agency).min(1),
  /** The region's own words in place of the shipped ones. */
  wording: z.array(
    z.object({ locale: z.enum(['kk', 'ru', 'en']), namespace: z.string(), key: z.string(), text: z.string().min(1) }),
  ),
})

/** What stands in a pack of its own: only what differs from the pack it extends. */
export const packOverlaySchema = packSchema.partial().extend({ version: z.int(), extends: z.literal('base') })

export const calendarSchema = z.array(
  z.object({ day: isoDate, kind: z.enum(['nonWorking', 'working']), name: z.string().nullable() }),
)

export const regionsSchema = z.array(
  z.object({
    slug: z.string(),
    kato2: z.string().regex(/^\d\d$/),
    name: threeLanguages,
    population: z.int().positive(),
    timeZone: z.string(),
  }),
)

export type Pack = z.infer<typeof packSchema>
