import { z } from 'zod'
import {
  hoursOfDay,
  isoDate,
  legalKind,
  line,
  slug,
  text,
  threeLanguages,
  variedRole,
  wallClock,
  weekday,
} from './values.ts'

/** The form that packs have today. A pack of a newer form was made by a newer product and is not guessed at. */
export const packFormat = 1

const agency = z.strictObject({
  slug,
  level: z.enum(['local', 'territorial', 'nonState']),
  email: z.email().max(254).optional(),
  name: threeLanguages(200),
})

/** Everyday words by which people look for a thing, with blanks between them: "bus", "pothole", "no light". */
const words = z.union([
  line(500),
  z.strictObject({ kk: line(250), ru: line(250) }).transform(({ kk, ru }) => `${kk} ${ru}`),
])

const category = z.strictObject({ slug, agency: slug, legalKind, name: threeLanguages(200), words: words.optional() })

const hall = z.strictObject({
  slug,
  name: threeLanguages(200),
  address: threeLanguages(300),
  /** ISO weekday to the hours the hall is open; a missing day is closed. */
  opening: z.partialRecord(weekday, hoursOfDay),
  desks: z.array(z.strictObject({ label: line(20), agency: slug })).max(200),
  /** What one may wait for there: a letter begins the numbers, and so many minutes are promised. */
  queues: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-Z]$/),
        agency: slug,
        name: threeLanguages(200),
        promiseMinutes: z.int().min(1).max(480),
      }),
    )
    .max(26)
    .default([]),
})

/** Who is called earlier than they came, by so many minutes. */
const priorityGroup = z.strictObject({ name: threeLanguages(200), creditMinutes: z.int().min(1).max(60) })

/** A part of the region, with beginnings of words between commas by which an address is told to lie in it. */
const district = z.strictObject({ slug, name: threeLanguages(200), words: line(1000).optional() })

/** What the centre does beside taking appeals, with what people bring there. No table holds it yet: see decision 0066. */
const service = z.strictObject({
  slug,
  offers: z.enum(['mediation', 'translation']),
  name: threeLanguages(200),
  categories: z.array(z.strictObject({ slug, name: threeLanguages(200), words: words.optional() })).max(100),
})

/** A stub of an article that answers before anyone has to ask. No table holds it yet. */
const lifeSituation = z.strictObject({ slug, title: threeLanguages(200), category: slug.optional() })

const hotline = z
  .strictObject({ number: line(30), kind: z.enum(['landline', 'short']) })
  .refine(
    ({ kind, number }) =>
      kind === 'short'
        ? /^\d{3,5}$/.test(number)
        : /^[\d\s()+-]+$/.test(number) && /^\d{5,12}$/.test(number.replace(/\D/g, '')),
    { path: ['number'], message: 'it is no number of this kind' },
  )

const interpreter = z.strictObject({
  fullName: line(200),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(50),
  signLanguage: z.boolean(),
  onSite: z.boolean(),
  remote: z.boolean(),
})

/** What answers may begin with; merge fields stand between double braces. Without a category it is for all. */
const answerTemplate = z.strictObject({
  language: z.enum(['kk', 'ru', 'en']),
  category: slug.optional(),
  name: line(200),
  text: text(8000),
})

/** Where appeals go, in the order that rules are asked. Lists hold beginnings of words between commas. */
const routingRule = z.strictObject({
  name: line(200),
  words: line(1000).or(z.literal('')).default(''),
  places: line(1000).or(z.literal('')).default(''),
  ofCategory: slug.optional(),
  language: z.enum(['kk', 'ru', 'en']).optional(),
  weekdays: z.array(weekday).max(7).default([]),
  hours: hoursOfDay.optional(),
  agency: slug,
  category: slug.optional(),
})

/** A term of something beside the legal kinds. */
const datedTerm = z.strictObject({ workingDays: z.int().min(1).max(250), appliesFrom: isoDate })

const ratingMeaning = z.enum(['solved', 'partly', 'notSolved'])

export const packShape = z.strictObject({
  format: z.literal(packFormat),
  /** Grows with every reviewed change of the pack. */
  version: z.int().positive(),
  /** The version of the pack that it extends, filled in when both are put together. */
  baseVersion: z.int().positive().optional(),
  centre: threeLanguages(200),
  brandColour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** End of the working day, HH:MM on the region's wall clock. */
  dayEnd: wallClock,
  /** ISO weekday to its intervals of work. */
  week: z.partialRecord(weekday, z.array(hoursOfDay).min(1).max(10)),
  /** How many working days a co-executor ends before the main clock. */
  innerDays: z.int().min(1).max(20),
  hotlines: z.array(hotline).max(50),
  terms: z.array(datedTerm.extend({ legalKind })).max(500),
  /** How soon what is not ours is sent on, and how soon a person brings what an appeal lacks. */
  forwardTerms: z.array(datedTerm).max(100),
  cureTerms: z.array(datedTerm).max(100),
  agencies: z.array(agency).min(1).max(500),
  /** How many files an appeal may bring at once, and how many bytes each may have. */
  attachments: z.strictObject({ most: z.int().min(1).max(50), bytes: z.int().min(1_000_000).max(100_000_000) }),
  /** How long a body without accounts can answer by its link, days; working days to decide whose an appeal is. */
  otherBodies: z.strictObject({ linkDays: z.int().min(1).max(90), contestDays: z.int().min(1).max(10) }),
  /**
   * What people say of answers: in how many days of the calendar, in how many working days a dispatcher decides about
   * reopening, and in which words.
   */
  ratings: z.strictObject({
    days: z.int().min(1).max(90),
    reopeningDays: z.int().min(1).max(15),
    choices: z
      .array(z.strictObject({ meaning: ratingMeaning, name: threeLanguages(200) }))
      .min(2)
      .max(50),
  }),
  /** What people bring, each with the agency that usually answers. */
  categories: z.array(category).max(2000),
  districts: z.array(district).max(500),
  services: z.array(service).max(20),
  lifeSituations: z.array(lifeSituation).max(500),
  halls: z.array(hall).max(200),
  priorityGroups: z.array(priorityGroup).max(20).default([]),
  interpreters: z.array(interpreter).max(1000),
  answerTemplates: z.array(answerTemplate).max(1000),
  routingRules: z.array(routingRule).max(1000),
  /** Where roles may more or less than is usual; what code does not know or allow counts for nothing. */
  roles: z
    .array(
      z.strictObject({
        role: variedRole,
        permission: z.string().regex(/^[a-z][A-Za-z]{0,30}\.[a-z][A-Za-z]{0,30}$/),
        granted: z.boolean(),
      }),
    )
    .max(500)
    .default([]),
  /** The region's own words in place of the shipped ones. */
  wording: z
    .array(
      z.strictObject({
        locale: z.enum(['kk', 'ru', 'en']),
        namespace: z.string().regex(/^[a-z][A-Za-z]{0,40}$/),
        key: z.string().regex(/^[A-Za-z][A-Za-z0-9]*([._][A-Za-z0-9]+){0,9}$/),
        text: text(4000),
      }),
    )
    .max(5000),
})

export type PackShape = z.output<typeof packShape>
