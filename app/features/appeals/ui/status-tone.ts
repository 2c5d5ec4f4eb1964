import type { AppealStatus } from '#db/schema/vocabulary.ts'
import type { Tone } from '#app/ui/tone.ts'

const tones: Readonly<Record<AppealStatus, Tone>> = {
  registered: 'neutral',
  assigned: 'info',
  forwarded: 'info',
  contested: 'warn',
  awaitingSignature: 'info',
  answered: 'good',
  withdrawn: 'neutral',
  merged: 'neutral',
  terminated: 'neutral',
  leftUnconsidered: 'neutral',
  reopenRequested: 'warn',
}

/** How a status looks. Nothing shouts but what is overdue. */
export function toneOf(status: AppealStatus): Tone {
  return tones[status]
}
