import { z } from 'zod'
import { tidied } from './typed-text.ts'

/** Names that would be taken for something else than a region, in an address or in the database. */
const reserved = new Set(['platform', 'www', 'mail', 'smtp', 'api', 'admin', 'static', 'assets', 'control', 'national'])

/** The short name of a region, which stands in its address; `''` where nothing was typed. */
export const typedRegionSlug = z
  .string()
  .nullish()
  .transform((typed) => tidied(typed ?? '').toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^$|^[a-z][a-z0-9-]{0,28}[a-z0-9]$/, 'platform:error.slug')
      .refine((slug) => !reserved.has(slug), 'platform:error.slugReserved'),
  )
