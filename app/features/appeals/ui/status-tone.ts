import type { AppealStatus } from '#db/schema/tenant.ts'
import type { Tone } from '#app/ui/tone.ts'

/** How a status looks. Nothing shouts but what is overdue. */
export function toneOf(status: AppealStatus): Tone {
  return ({ registered: 'neutral', assigned: 'info', answered: 'good' } as const)[status]
}
