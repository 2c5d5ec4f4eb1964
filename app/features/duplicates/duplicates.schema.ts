import { z } from 'zod'
import { typedText } from '#app/core/typed-text.ts'
import { fatePrefix } from './fate.ts'

const reason = typedText(1000, { missing: 'duplicates:error.reasonMissing', tooLong: 'duplicates:error.reasonLong' }, 3)

/** The version a form was made from: an older one must not overwrite what came since. */
const version = z.coerce.number().int().positive()

export const RelateAppeals = z.object({
  otherId: z.string(),
  relationKind: z.enum(['related', 'repeat'], 'duplicates:error.kindMissing'),
  relateReason: reason,
})

export const UnrelateAppeals = z.object({ otherId: z.string(), endReason: reason })

/** Which appeal is merged into the one of the page, why, and what becomes of each body's open share in it. */
export const MergeAppeals = z
  .looseObject({ otherId: z.string(), version, otherVersion: version, mergeReason: reason })
  .transform(({ otherId, version, otherVersion, mergeReason, ...typed }) => ({
    otherId,
    version,
    otherVersion,
    mergeReason,
    fates: Object.fromEntries(
      Object.entries(typed).flatMap(([field, value]) =>
        field.startsWith(fatePrefix) && (value === 'close' || value === 'move')
          ? [[field.slice(fatePrefix.length), value] as const]
          : [],
      ),
    ) as Readonly<Record<string, 'close' | 'move'>>,
  }))

export const UnmergeAppeals = z.object({ otherId: z.string(), version, otherVersion: version, unmergeReason: reason })

export type RelateAppeals = z.output<typeof RelateAppeals>
export type UnrelateAppeals = z.output<typeof UnrelateAppeals>
export type MergeAppeals = z.output<typeof MergeAppeals>
export type UnmergeAppeals = z.output<typeof UnmergeAppeals>
