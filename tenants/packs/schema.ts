import { z } from 'zod'

const threeLanguages = z.object({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })
const isoDate = z.iso.date()

const legalKind = z.enum(['application', 'complaint', 'report', 'proposal', 'response', 'inquiry'])
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/)
const wallClock = z.string().regex(/^[0-2]\d:[0-5]\d$/)

const agency = z.object({
  slug,
  level: z.enum(['local', 'territorial', 'nonState']),
  email: z.email().optional(),
  name: threeLanguages,
})

/** Everyday words by which people look for a category, with blanks between them: "bus", "pothole", "no light". */
const words = z.object({ kk: z.string().min(1), ru: z.string().min(1) })

const category = z.object({ slug, agency: slug, legalKind, name: threeLanguages, words: words.optional() })

const hall = z.object({
  slug,
  name: threeLanguages,
  address: threeLanguages,
  /** ISO weekday to the hours the hall is open; a missing day is closed. */
  opening: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.tuple([wallClock, wallClock])),
  desks: z.array(z.object({ label: z.string().min(1), agency: slug })),
})

const interpreter = z.object({
  fullName: z.string().min(1),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
  signLanguage: z.boolean(),
  onSite: z.boolean(),
  remote: z.boolean(),
})

/** What answers may begin with; merge fields stand between double braces. Without a category it is for all. */
const answerTemplate = z.object({
  language: z.enum(['kk', 'ru', 'en']),
  category: slug.optional(),
  name: z.string().min(1),
  text: z.string().min(1),
})

/** Where appeals go, in the order that rules are asked. Lists hold beginnings of words between commas. */
const routingRule = z.strictObject({
  name: z.string().min(1),
  words: z.string().default(''),
  places: z.string().default(''),
  ofCategory: slug.optional(),
  language: z.enum(['kk', 'ru', 'en']).optional(),
  weekdays: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).default([]),
  hours: z.tuple([wallClock, wallClock]).optional(),
  agency: slug,
  category: slug.optional(),
})
const ratingMeaning = z.enum(['solved', 'partly', 'notSolved'])

const packShape = z.strictObject({
  version: z.int().positive(),
  centre: threeLanguages,
  brandColour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** End of the working day, HH:MM on the region's wall clock. */
  dayEnd: wallClock,
  /** ISO weekday to its intervals of work. */
  week: z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(z.tuple([wallClock, wallClock])).min(1)),
  /** How many working days a co-executor ends before the main clock. */
  innerDays: z.int().min(1).max(20),
  hotlines: z.array(z.object({ number: z.string(), kind: z.enum(['landline', 'short']) })),
  terms: z.array(
    z.object({
      legalKind,
      workingDays: z.int().positive(),
      appliesFrom: isoDate,
    }),
  ),
  agencies: z.array(agency).min(1),
  /** How many files an appeal may bring at once, and how many bytes each may have. */
  attachments: z.object({ most: z.int().min(1).max(50), bytes: z.int().min(1_000_000).max(100_000_000) }),
  /** How long a body without accounts can answer by its link, days; working days to decide whose an appeal is. */
  otherBodies: z.object({ linkDays: z.int().min(1).max(90), contestDays: z.int().min(1).max(10) }),
  /**
   * What people say of answers: in how many days of the calendar, in how many working days a dispatcher decides about
   * reopening, and in which words.
   */
  ratings: z.object({
    days: z.int().min(1).max(90),
    reopeningDays: z.int().min(1).max(15),
    choices: z.array(z.object({ meaning: ratingMeaning, name: threeLanguages })).min(2),
  }),
  /** What people bring, each with the agency that usually answers. */
  categories: z.array(category),
  halls: z.array(hall),
  interpreters: z.array(interpreter),
  answerTemplates: z.array(answerTemplate),
  routingRules: z.array(routingRule),
  /** The region's own words in place of the shipped ones. */
  wording: z.array(
    z.object({ locale: z.enum(['kk', 'ru', 'en']), namespace: z.string(), key: z.string(), text: z.string().min(1) }),
  ),
})

/**
 * A reviewed starter configuration of a region. Categories, desks and rules name agencies of the same pack, templates and
 * rules its categories; answers can be called good and bad.
 */
export const packSchema = packShape.superRefine((pack, check) => {
  const known = new Set(pack.agencies.map((agency) => agency.slug))
  const named = [
    ...pack.categories.map(({ agency }, at) => ({ agency, path: ['categories', at, 'agency'] })),
    ...pack.routingRules.map(({ agency }, at) => ({ agency, path: ['routingRules', at, 'agency'] })),
    ...pack.halls.flatMap((hall, at) =>
      hall.desks.map(({ agency }, desk) => ({ agency, path: ['halls', at, 'desks', desk, 'agency'] })),
    ),
  ]
  for (const { agency, path } of named) {
    if (!known.has(agency)) check.addIssue({ code: 'custom', message: `no agency is called ${agency}`, path })
  }
  for (const meaning of ['solved', 'notSolved'] as const) {
    if (!pack.ratings.choices.some((choice) => choice.meaning === meaning))
      check.addIssue({ code: 'custom', message: `no choice means ${meaning}`, path: ['ratings', 'choices'] })
  }
  const categories = new Set(pack.categories.map(({ slug }) => slug))
  const about = [
    ...pack.answerTemplates.map(({ category }, at) => ({ category, path: ['answerTemplates', at] })),
    ...pack.routingRules.flatMap(({ category, ofCategory }, at) => [
      { category, path: ['routingRules', at, 'category'] },
      { category: ofCategory, path: ['routingRules', at, 'ofCategory'] },
    ]),
  ]
  for (const { category, path } of about) {
    if (category !== undefined && !categories.has(category))
      check.addIssue({ code: 'custom', message: `no category is called ${category}`, path })
  }
  for (const [at, { words, places, ofCategory, language, weekdays, hours }] of pack.routingRules.entries()) {
    if (!(words || places || ofCategory || language || weekdays.length > 0 || hours))
      check.addIssue({ code: 'custom', message: 'a rule asks something', path: ['routingRules', at] })
  }
})

/** What stands in a pack of its own: only what differs from the pack it extends. */
export const packOverlaySchema = packShape.partial().extend({ version: z.int(), extends: z.literal('base') })

/** Texts as residents write them, each with its category: what a region's classifier begins with. */
export const routingTextSchema = z.strictObject({
  category: slug,
  language: z.enum(['kk', 'ru']),
  text: z.string().min(1),
})

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
    /** What fits on a tile of the tile map. */
    short: threeLanguages,
    /** Where the tile stands; both count from 0 at the upper left. */
    tile: z.object({ column: z.int().nonnegative(), row: z.int().nonnegative() }),
  }),
)

export type Pack = z.infer<typeof packSchema>
