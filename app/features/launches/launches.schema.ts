import { z } from 'zod'
import { launchSteps } from './launch.ts'

export const SeeStep = z.object({ step: z.enum(launchSteps, 'common:error.invalid') })

/** It cannot be taken back: who does it says so. */
export const GoLive = z.object({ allChecked: z.literal('yes', 'launches:error.sure') })

/** A button alone: nothing is typed. */
export const ButtonAlone = z.object({})

export type SeeStep = z.output<typeof SeeStep>
