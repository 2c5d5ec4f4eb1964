import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { optionalLine } from '#app/core/typed-text.ts'

const district = {
  ...threeNames,
  /** Beginnings of words between commas, tidied: `самал, көктөбе`. */
  words: optionalLine(1000, 'common:error.textLong').transform((typed) =>
    (typed ?? '')
      .split(/[,;]/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .join(', '),
  ),
}

export const AddDistrict = z.object({ ...changeForm, ...district })

export const ChangeDistrict = z.object({ ...versionedForm, ...district })

export type AddDistrict = z.output<typeof AddDistrict>
export type ChangeDistrict = z.output<typeof ChangeDistrict>
