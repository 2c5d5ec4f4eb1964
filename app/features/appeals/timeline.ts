import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import type { DeadlineMove } from './deadline-moves.queries.server.ts'
import type { ShareRole } from '#db/schema/vocabulary.ts'

/** What the person who brought an appeal is told of. */
export type ToldEvent =
  | 'registered'
  | 'informationAdded'
  | 'assigned'
  | 'joined'
  | 'forwarded'
  | 'partForwarded'
  | 'coAnswered'
  | 'partAnswered'
  | 'answered'
  | 'withdrawn'
  | 'deadlinePostponed'
  | 'deadlineAdvanced'

/** What colleagues see beside it. */
type InnerEvent =
  | 'classified'
  | 'corrected'
  | 'cureRequested'
  | 'cureSettled'
  | 'cured'
  | 'cureLapsed'
  | 'answerDrafted'
  | 'answerSubmitted'
  | 'answerReturned'
  | 'noteAdded'
  | 'contested'
  | 'kept'
  | 'redirected'
  | 'linkSent'
  | 'linkRevoked'

/** One step of an appeal's life, ready to be read. */
export interface Step<Event extends ToldEvent | InnerEvent = ToldEvent | InnerEvent> {
  readonly id: string
  readonly event: Event
  readonly at: { readonly dateTime: string; readonly text: string }
  /** Which body it was; empty where none took part. */
  readonly agency: string
  /** Taken back again: another body has it now. */
  readonly withdrawn: boolean
  /** What of the appeal went there; only where it is not the whole. */
  readonly part?: string
  /** dd.MM.yyyy; only where it says something of its own. */
  readonly registeredOn?: string
  /** Forwarded after the day it had to be forwarded by. */
  readonly late?: boolean
  /** Who did it; for colleagues alone. */
  readonly by?: string
  /** What was written; for colleagues alone. */
  readonly note?: string
  /** The due date that a new kind or a changed calendar has brought, with the former one. */
  readonly due?: { readonly from: string; readonly to: string }
  /** What changed in the calendar, a line each. */
  readonly why?: readonly string[]
}

interface Life {
  readonly appeal: { readonly id: string; readonly receivedAt: Date; readonly registeredOn: string }
  readonly assignments: readonly {
    readonly id: string
    readonly role: ShareRole
    readonly part: string
    readonly agencyId: string
    readonly assignedAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly answers: readonly { readonly answeredAt: Date; readonly assignmentId: string }[]
  readonly agencies: Readonly<Record<string, string>>
  readonly additions: readonly { readonly id: string; readonly at: Date }[]
  readonly withdrawal: { readonly createdAt: Date } | undefined
  readonly moves: readonly DeadlineMove[]
}

export const stepAt = (moment: Date, timeZone: string): Step['at'] => ({
  dateTime: moment.toISOString(),
  text: formatMoment(moment, timeZone),
})

/** The life of an appeal so far, oldest step first, as anybody may know it who may see the appeal. */
export function timelineOf(life: Life, timeZone: string): Step<ToldEvent>[] {
  const { appeal, assignments, answers, agencies, additions, withdrawal, moves } = life
  const at = (moment: Date) => stepAt(moment, timeZone)
  // With several bodies that answer the person each answers a part.
  const isOne = assignments.filter((share) => share.role !== 'co' && share.withdrawnAt === null).length < 2
  const answered = { lead: isOne ? 'answered' : 'partAnswered', own: isOne ? 'answered' : 'partAnswered' } as const
  const steps: Step<ToldEvent>[] = [
    {
      id: appeal.id,
      event: 'registered',
      at: at(appeal.receivedAt),
      agency: '',
      withdrawn: false,
      registeredOn: formatDay(appeal.registeredOn),
    },
    ...additions.map((addition) => ({
      id: addition.id,
      event: 'informationAdded' as const,
      at: at(addition.at),
      agency: '',
      withdrawn: false,
    })),
    ...assignments.map((assignment) => ({
      id: assignment.id,
      event: givenAs(assignment),
      at: at(assignment.assignedAt),
      agency: agencies[assignment.agencyId] ?? '',
      withdrawn: assignment.withdrawnAt !== null,
      ...(assignment.part ? { part: assignment.part } : {}),
    })),
    ...moves.map(({ id, event, at: moment, from, to, why }) => ({
      id,
      event,
      at: at(moment),
      agency: '',
      withdrawn: false,
      due: { from, to },
      why,
    })),
    ...answers.flatMap(({ answeredAt, assignmentId }) => {
      const share = assignments.find(({ id }) => id === assignmentId)
      if (!share) return []
      const event = share.role === 'co' ? ('coAnswered' as const) : answered[share.role]
      const agency = agencies[share.agencyId] ?? ''
      return [{ id: `${assignmentId}-answer`, event, at: at(answeredAt), agency, withdrawn: false }]
    }),
    ...(withdrawal
      ? [
          {
            id: `${appeal.id}-withdrawal`,
            event: 'withdrawn' as const,
            at: at(withdrawal.createdAt),
            agency: '',
            withdrawn: false,
          },
        ]
      : []),
  ]
  return steps.toSorted((a, b) => a.at.dateTime.localeCompare(b.at.dateTime))
}

function givenAs({ role, part }: { role: ShareRole; part: string }): ToldEvent {
  if (role === 'lead') return 'assigned'
  if (role === 'co') return 'joined'
  return part ? 'partForwarded' : 'forwarded'
}
