import { z } from 'zod'
import { checkPack } from './pack-rules.ts'
import { packFormat, packShape } from './pack-shape.ts'
import { isoDate, slug, text, threeLanguages } from './values.ts'

/** A reviewed starter configuration of a region, whole: what it names stands in it too. */
export const packSchema = packShape.superRefine(checkPack)

/** What stands in a pack of its own: only what differs from the pack it extends. */
export const packOverlaySchema = packShape.partial().extend({
  format: z.literal(packFormat),
  version: z.int().positive(),
  extends: z.literal('base'),
  // Without its default, which would stand in the place of what the base holds.
  priorityGroups: packShape.shape.priorityGroups.unwrap().optional(),
})

/** Texts as residents write them, each with its category: what a region's classifier begins with. */
export const routingTextSchema = z.strictObject({
  category: slug,
  language: z.enum(['kk', 'ru']),
  text: text(8000),
})

export const calendarSchema = z.array(
  z.object({ day: isoDate, kind: z.enum(['nonWorking', 'working']), name: z.string().nullable() }),
)

export const regionsSchema = z.array(
  z.object({
    slug: z.string(),
    kato2: z.string().regex(/^\d\d$/),
    name: threeLanguages(200),
    population: z.int().positive(),
    timeZone: z.string(),
    /** What fits on a tile of the tile map. */
    short: threeLanguages(20),
    /** Where the tile stands; both count from 0 at the upper left. */
    tile: z.object({ column: z.int().nonnegative(), row: z.int().nonnegative() }),
  }),
)

export type Pack = z.infer<typeof packSchema>
