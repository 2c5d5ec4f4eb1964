import type { LocaleCode } from '#db/schema/vocabulary.ts'

/** A ticket that waits, as the order sees it. Times are milliseconds since 1970. */
export interface Waiting {
  readonly id: string
  /** Since when the person waits for this service; a handed-over ticket keeps the time at which its visit came. */
  readonly queuedAt: number
  /** Minutes by which the person's priority group comes earlier; 0 where there is none. */
  readonly credit: number
  /** The time the person booked; undefined without an appointment. */
  readonly appointmentAt: number | undefined
  /** The one desk to which an errand or a mishap leads the ticket back; undefined where any desk will do. */
  readonly deskId: string | undefined
  readonly locale: LocaleCode
}

/** Why a ticket stands where it does; the rule is shown to staff and on the slip. */
export type PlaceReason = 'arrival' | 'priority' | 'appointment' | 'lateForAppointment' | 'returned'

/** A ticket in its place. */
export interface Placed {
  readonly id: string
  /** The time it counts from: the order goes by it, and nothing that comes later can overtake it for ever. */
  readonly countsFrom: number
  readonly reason: PlaceReason
}

const minute = 60_000

/** A priority group cannot be moved further ahead than this, so that everybody's turn comes. */
const mostCredit = 60

/** How far ahead of people without an appointment a person stands at the booked time, minutes. */
const appointmentCredit = 60

/** How long after the booked time the appointment still counts, minutes. */
const appointmentPatience = 15

/** From how long before its time an appointment can be called, minutes; before that only where nobody else waits. */
export const appointmentEarly = 5

/** By how much at most a later arrival can count from earlier than an earlier one, minutes. */
export const longestLead = Math.max(mostCredit, appointmentCredit + appointmentPatience)

/**
 * The order of a queue at `now`. Each ticket counts from a time: its arrival, earlier by the credit of a priority group; at the
 * booked time earlier by `appointmentCredit`, for who came too late from the arrival, as for everybody; for who comes back to a desk from the
 * first arrival. Lower times go first and ties by id, so the same input gives the same order. No credit is above an hour and no
 * appointment counts that is missed by more than a quarter, so whoever waits `longestLead` longer than somebody else is never behind them.
 */
export function fairOrder(waiting: readonly Waiting[], now: number): Placed[] {
  return waiting
    .map((ticket) => placed(ticket, now))
    .toSorted((one, other) => one.countsFrom - other.countsFrom || (one.id < other.id ? -1 : 1))
}

function placed(ticket: Waiting, now: number): Placed {
  const { id, queuedAt, appointmentAt } = ticket
  const byArrival = queuedAt - Math.min(Math.max(ticket.credit, 0), mostCredit) * minute
  if (appointmentAt !== undefined) {
    if (queuedAt > appointmentAt + appointmentPatience * minute) {
      return { id, countsFrom: byArrival, reason: 'lateForAppointment' }
    }
    // Before its time it stands behind all who are here already, and is called when nobody else is left.
    if (now < appointmentAt - appointmentEarly * minute) return { id, countsFrom: appointmentAt, reason: 'appointment' }
    return { id, countsFrom: Math.min(appointmentAt - appointmentCredit * minute, byArrival), reason: 'appointment' }
  }
  if (ticket.deskId !== undefined) return { id, countsFrom: byArrival, reason: 'returned' }
  return { id, countsFrom: byArrival, reason: byArrival === queuedAt ? 'arrival' : 'priority' }
}

/** How much later somebody counts at a desk where their language is not spoken, minutes; then an interpreter is asked for. */
export const languagePatience = 15

/** A desk as the order sees it. */
export interface CallingDesk {
  readonly id: string
  readonly locales: readonly LocaleCode[]
}

/**
 * Who comes next to a desk: the first in the fair order that it may serve, whoever speaks another language than the desk a quarter
 * of an hour later, so that a desk of their language can take them and nobody waits for one for ever. Undefined where nobody
 * waits for this desk.
 */
export function nextFor(waiting: readonly Waiting[], desk: CallingDesk, now: number): Placed | undefined {
  const foreign = new Set(waiting.filter(({ locale }) => !desk.locales.includes(locale)).map(({ id }) => id))
  const served = waiting.filter(({ deskId }) => deskId === undefined || deskId === desk.id)
  const countsHere = ({ id, countsFrom }: Placed) => countsFrom + (foreign.has(id) ? languagePatience * minute : 0)
  return fairOrder(served, now).toSorted((one, other) => countsHere(one) - countsHere(other))[0]
}
