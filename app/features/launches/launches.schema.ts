import { z } from 'zod'
import { launchSteps } from './launch.ts'

export const SeeStep = z.object({ step: z.enum(launchSteps, 'common:error.invalid') })

/** A button alone: nothing is typed. */
export const ButtonAlone = z.object({})

export type SeeStep = z.output<typeof SeeStep>
