import { z } from 'zod'
import { changeForm, threeNames, versionedForm } from '#app/core/changes/changes.schema.ts'
import { typedLine } from '#app/core/typed-text.ts'
import { centreNumbers, type CentreNumber } from './centre-numbers.ts'

const tooLong = 'common:error.textLong'

/** `#rgb` and `rrggbb` are understood as well. */
const colour = z
  .string('regions:error.colour')
  .transform((typed) => typed.trim().toLowerCase().replace(/^#?/, '#'))
  .transform((typed) => typed.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'))
  .pipe(z.string().regex(/^#[0-9a-f]{6}$/, 'regions:error.colour'))

export const ChangeRegion = z.object({
  ...versionedForm,
  ...threeNames,
  centreKk: typedLine(200, { missing: 'common:error.nameMissingKk', tooLong }),
  centreRu: typedLine(200, { missing: 'common:error.nameMissingRu', tooLong }),
  centreEn: typedLine(200, { missing: 'common:error.nameMissingEn', tooLong }),
  brandColour: colour,
})

const whole = (name: CentreNumber) => {
  const { least, most } = centreNumbers[name]
  const message = `regions:error.${name}`
  return z
    .string(message)
    .transform((typed) => typed.trim())
    .pipe(z.string().regex(/^\d{1,3}$/, message))
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
}

export const ChangeCentreTerms = z.object({
  ...versionedForm,
  shareLinkDays: whole('shareLinkDays'),
  contestDays: whole('contestDays'),
  ratingDays: whole('ratingDays'),
  reopeningDays: whole('reopeningDays'),
  attachmentsMost: whole('attachmentsMost'),
  attachmentMegabytes: whole('attachmentMegabytes'),
})

export const ChangeEmblem = z.object(versionedForm)

/** Of a form with a picture, what is asked before the picture is kept. */
export const SendEmblem = z.object(changeForm)

export type ChangeRegion = z.output<typeof ChangeRegion>
export type ChangeCentreTerms = z.output<typeof ChangeCentreTerms>
export type ChangeEmblem = z.output<typeof ChangeEmblem>
