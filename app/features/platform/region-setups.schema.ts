import { z } from 'zod'
import { typedRegionSlug } from '#app/core/typed-region-slug.ts'
import { optionalLine, tidied, typedEmail, typedLine } from '#app/core/typed-text.ts'

const tooLong = 'common:error.textLong'

const host = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Host names in a row or one below the other; none is read as the usual one. */
const hosts = z
  .string()
  .nullish()
  .transform((typed) => [
    ...new Set(
      tidied(typed ?? '')
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(z.string())
      .max(10, 'platform:error.hosts')
      .refine((all) => all.every((name) => host.test(name)), 'platform:error.host'),
  )

/** Before the slug of a region that the new one is made like, in the place of a pack's name. */
const likeMark = 'like:'

export const likeRegion = (slug: string): string => likeMark + slug

/** The slug of the region that a new one is made like; undefined where it is made from a pack. */
export const modelOf = (pack: string): string | undefined =>
  pack.startsWith(likeMark) ? pack.slice(likeMark.length) : undefined

/** A region of the country is known by its slug; of another one everything is typed. */
export const anotherRegion = 'another'

const typed = z.object({
  /** Made with the page: sending the same page twice asks for one region. */
  submissionKey: z.uuid('common:error.invalid'),
  region: z.string('platform:error.regionMissing').min(1, 'platform:error.regionMissing').max(100),
  slug: typedRegionSlug,
  nameKk: optionalLine(200, tooLong),
  nameRu: optionalLine(200, tooLong),
  nameEn: optionalLine(200, tooLong),
  numberPrefix: optionalLine(2, 'platform:error.numberPrefix'),
  population: optionalLine(12, 'platform:error.population'),
  hosts,
  pack: z.string('platform:error.packMissing').min(1, 'platform:error.packMissing').max(60),
  adminName: typedLine(200, { missing: 'platform:error.adminNameMissing', tooLong }, 2),
  adminEmail: typedEmail({ missing: 'platform:error.adminEmailMissing', invalid: 'platform:error.adminEmailInvalid' }),
  adminLocale: z.enum(['kk', 'ru', 'en'], 'common:error.invalid'),
})

/** What another region than those of the country must say of itself. */
const ofAnother = [
  ['slug', 'platform:error.slug'],
  ['nameKk', 'common:error.nameMissingKk'],
  ['nameRu', 'common:error.nameMissingRu'],
  ['nameEn', 'common:error.nameMissingEn'],
] as const

export const AskRegion = typed.transform((input, check) => {
  const { region, slug, nameKk, nameRu, nameEn, numberPrefix, population, ...rest } = input
  if (region !== anotherRegion) return { ...rest, slug: region, own: undefined }
  const wrong = (field: string, message: string) => check.addIssue({ code: 'custom', message, path: [field] })
  for (const [field, message] of ofAnother) if (!input[field]) wrong(field, message)
  if (!/^\d{2}$/.test(numberPrefix ?? '')) wrong('numberPrefix', 'platform:error.numberPrefix')
  const people = Number((population ?? '').replace(/\s/g, ''))
  if (!Number.isSafeInteger(people) || people < 1 || people > 100_000_000)
    wrong('population', 'platform:error.population')
  const name = { kk: nameKk ?? '', ru: nameRu ?? '', en: nameEn ?? '' }
  return { ...rest, slug, own: { name, kato2: numberPrefix ?? '', population: people, timeZone: 'Asia/Almaty' } }
})

export const OfSetup = z.object({})

export type AskRegion = z.output<typeof AskRegion>
