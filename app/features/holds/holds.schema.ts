import { z } from 'zod'
import { typedText } from '#app/core/typed-text.ts'

const reason = typedText(500, { missing: 'holds:error.reasonMissing', tooLong: 'holds:error.reasonLong' }, 3)

export const PlaceHold = z.object({ holdReason: reason })

export const LiftHold = z.object({ holdId: z.string('common:error.invalid').max(100), liftReason: reason })

export type PlaceHold = z.output<typeof PlaceHold>
export type LiftHold = z.output<typeof LiftHold>
