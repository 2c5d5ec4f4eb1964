import type { TicketStatus } from '#db/schema/vocabulary.ts'

/** What may be done with a ticket in which status; buttons, commands and tests ask this one table. */
export const openTo = {
  call: ['waiting'],
  recall: ['called'],
  start: ['called'],
  /** Nobody came. The first time the ticket waits once more, the second time it ends. */
  miss: ['called'],
  hold: ['serving'],
  resume: ['held'],
  /** The person fetches something and comes back to this desk. */
  sendAway: ['called', 'serving', 'held'],
  handOver: ['serving', 'held'],
  finish: ['serving', 'held'],
  /** From an errand; only who is away. */
  comeBack: ['waiting'],
  withdraw: ['waiting'],
} as const satisfies Record<string, readonly TicketStatus[]>

export type TicketAct = keyof typeof openTo

/** Whether a ticket of this status is open to `act`. */
export const ticketAllows = (act: TicketAct, { status }: { status: TicketStatus }): boolean =>
  (openTo[act] as readonly TicketStatus[]).includes(status)

const ended = ['served', 'missed', 'withdrawn'] as const satisfies readonly TicketStatus[]

/** Whether a ticket of this status is over; the database holds it to that. */
export const isOver = (status: TicketStatus): boolean => (ended as readonly TicketStatus[]).includes(status)

/** How often nobody may come to a desk before a ticket ends. */
export const mostMisses = 2

/** How long somebody who did not come is left in peace before the ticket is called once more, minutes. */
export const missedFor = 5

/** What stands on the slip and on the board: a letter and three digits. */
export const ticketLabel = ({ letter, number }: { readonly letter: string; readonly number: number }): string =>
  `${letter}${String(number).padStart(3, '0')}`
