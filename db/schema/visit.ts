import type { Generated } from 'kysely'
import type { ConsultationOutcome, LocaleCode, TicketStatus } from './vocabulary.ts'

/** What people wait for in a hall; the letter begins its numbers. */
interface HallServiceTable {
  id: string
  hallId: string
  agencyId: string
  nameKk: string
  nameRu: string
  nameEn: string
  /** A to Z, in one hall no other service's. */
  letter: string
  /** Within how many minutes the hall promises to call. */
  promiseMinutes: number
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

/** Who comes earlier, by law or by the region's wish. */
interface PriorityGroupTable {
  id: string
  nameKk: string
  nameRu: string
  nameEn: string
  /** By how many minutes earlier than they came they count. */
  creditMinutes: number
  position: number
  retiredAt: Date | null
  version: Generated<number>
}

interface HallStateTable {
  hallId: string
  /** Grows with whatever moves a queue or a desk. */
  revision: string
}

interface TicketCounterTable {
  hallId: string
  /** YYYY-MM-DD */
  day: string
  letter: string
  lastNumber: number
}

/** That somebody sits at a desk. */
interface DeskShiftTable {
  id: string
  deskId: string
  hallId: string
  staffId: string
  /** In which languages this person serves. */
  locales: LocaleCode[]
  openedAt: Date
  pausedAt: Date | null
  closedAt: Date | null
}

/** One person's stay in a hall. */
interface VisitTable {
  id: string
  hallId: string
  /** YYYY-MM-DD on the region's wall clock. */
  day: string
  locale: LocaleCode
  /** Nobody has to say it. */
  fullName: string | null
  /** E.164 */
  phone: string | null
  priorityGroupId: string | null
  /** Once an appeal was registered from it. */
  applicantId: string | null
  openedBy: string | null
  openedAt: Date
  /** When its last ticket ended. */
  closedAt: Date | null
  submissionKey: string
}

/** A place in a queue on one day; handed over to another service it stays the same ticket. */
interface TicketTable {
  id: string
  visitId: string
  hallId: string
  /** YYYY-MM-DD */
  day: string
  serviceId: string
  /** Of the service it was drawn for. */
  letter: string
  number: number
  status: TicketStatus
  /** From when it counts in the order. */
  queuedAt: Date
  creditMinutes: Generated<number>
  appointmentAt: Date | null
  /** While it waits: the one desk it is to come back to. After that: the desk that called it. */
  deskId: string | null
  /** How often it was called in all. */
  calls: Generated<number>
  /** How often nobody came. */
  misses: Generated<number>
  calledAt: Date | null
  /** On an errand: nobody calls it. */
  awayAt: Date | null
  endedAt: Date | null
  version: Generated<number>
}

/** Some time of a ticket, and whose it was. */
interface TicketSpanTable {
  id: string
  ticketId: string
  hallId: string
  /** YYYY-MM-DD */
  day: string
  serviceId: string
  state: 'waiting' | 'called' | 'serving' | 'held'
  deskId: string | null
  staffId: string | null
  beganAt: Date
  endedAt: Date | null
}

/** A question answered at a desk, or what else became of it there. */
interface ConsultationTable {
  id: string
  visitId: string
  ticketId: string
  hallId: string
  serviceId: string
  agencyId: string
  deskId: string
  staffId: string
  categoryId: string | null
  outcome: ConsultationOutcome
  /** The language that was spoken. */
  locale: LocaleCode
  note: string
  appealId: string | null
  /** YYYY-MM-DD */
  day: string
  createdAt: Date
}

/** Reception halls at work. */
export interface VisitTables {
  hallService: HallServiceTable
  priorityGroup: PriorityGroupTable
  hallState: HallStateTable
  ticketCounter: TicketCounterTable
  deskShift: DeskShiftTable
  visit: VisitTable
  ticket: TicketTable
  ticketSpan: TicketSpanTable
  consultation: ConsultationTable
}
