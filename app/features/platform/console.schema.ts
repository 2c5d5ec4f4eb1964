import { z } from 'zod'
import { typedText } from '#app/core/typed-text.ts'

export const SuspendRegion = z.object({
  suspensionReason: typedText(1000, { missing: 'platform:error.reasonMissing', tooLong: 'common:error.textLong' }),
})

export const OfRegion = z.object({})

export type SuspendRegion = z.output<typeof SuspendRegion>
