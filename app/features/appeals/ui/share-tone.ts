import type { ShareStatus } from '#db/schema/vocabulary.ts'
import type { Tone } from '#app/ui/tone.ts'

/** How a share's state looks. */
export const shareTone = {
  open: 'info',
  awaitingSignature: 'info',
  contested: 'warn',
  answered: 'good',
  redirected: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<ShareStatus, Tone>

/** The text that says why nothing can be done with a share now, `appeals:whyNot.…`. */
export const reasonOf = {
  open: 'assigned',
  awaitingSignature: 'awaitingSignature',
  contested: 'contested',
  answered: 'answered',
  redirected: 'withdrawn',
  withdrawn: 'withdrawn',
} as const satisfies Record<ShareStatus, string>
