import type { Generated } from 'kysely'
import type { StaffRole } from './vocabulary.ts'

/** Who of the staff received an appeal that did not come by the portal. */
interface RegistrationTable {
  appealId: string
  registeredBy: string
  /** As they were on the day. */
  registrarName: string
  registrarRole: StaffRole
  /** Number and day that a letter bears of its sender. */
  outsideNumber: string | null
  outsideOn: string | null
  /** What was told was written down and read back. */
  readBack: boolean
  /** Of an appeal without a name: whether it tells of a crime or a threat. Null of all others. */
  threat: boolean | null
  createdAt: Date
}

/** That something of an appeal's registration was put right, and on what ground. */
interface CorrectionTable {
  id: string
  appealId: string
  /** Null where the person did it, by a cure. */
  madeBy: string | null
  ground: string
  submissionKey: string
  createdAt: Date
}

interface CorrectionValueTable {
  correctionId: string
  field: string
  former: string | null
  present: string | null
}

/** Fields the law demands that an appeal may lack. `essence`: what it is about cannot be understood. */
export type Curable = 'fullName' | 'iin' | 'bin' | 'address' | 'basis' | 'essence' | 'signature'

interface CureTable {
  id: string
  appealId: string
  missing: Curable[]
  /** What exactly, in the words of who asks. */
  words: string
  /** `cancelled`: not asked for any more. */
  state: 'open' | 'cured' | 'cancelled'
  /** YYYY-MM-DD */
  dueOn: string
  dueAt: Date
  /** When it was noted that the term ended without an answer; an answer that comes later still cures. */
  lapsedAt: Date | null
  askedBy: string
  askedAt: Date
  /** Null where the person did. */
  settledBy: string | null
  settledAt: Date | null
  submissionKey: string
}

interface CureTermTable {
  /** YYYY-MM-DD: the first day on which a cure is asked for by this term. */
  appliesFrom: string
  workingDays: number
  version: Generated<number>
}

/** How appeals are registered by staff, put right and completed. */
export interface RegistrationTables {
  registration: RegistrationTable
  correction: CorrectionTable
  correctionValue: CorrectionValueTable
  cure: CureTable
  cureTerm: CureTermTable
}
