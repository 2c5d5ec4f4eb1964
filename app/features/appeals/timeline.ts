import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import type { DeadlineMove } from './deadline-moves.queries.server.ts'

/** What the person who brought an appeal is told of. */
export type ToldEvent =
  | 'registered'
  | 'informationAdded'
  | 'assigned'
  | 'forwarded'
  | 'answered'
  | 'withdrawn'
  | 'deadlinePostponed'
  | 'deadlineAdvanced'

/** What colleagues see beside it. */
type InnerEvent = 'classified' | 'answerDrafted' | 'answerSubmitted' | 'answerReturned' | 'noteAdded'

/** One step of an appeal's life, ready to be read. */
export interface Step<Event extends ToldEvent | InnerEvent = ToldEvent | InnerEvent> {
  readonly id: string
  readonly event: Event
  readonly at: { readonly dateTime: string; readonly text: string }
  /** Which body it was; empty where none took part. */
  readonly agency: string
  /** Taken back again: another body has it now. */
  readonly withdrawn: boolean
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
    readonly kind: 'assigned' | 'forwarded'
    readonly agencyId: string
    readonly assignedAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly answer: { readonly answeredAt: Date; readonly assignmentId: string } | undefined
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
  const { appeal, assignments, answer, agencies, additions, withdrawal, moves } = life
  const at = (moment: Date) => stepAt(moment, timeZone)
  const answering = assignments.find((assignment) => assignment.id === answer?.assignmentId)
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
      event: assignment.kind,
      at: at(assignment.assignedAt),
      agency: agencies[assignment.agencyId] ?? '',
      withdrawn: assignment.withdrawnAt !== null,
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
    ...(answer
      ? [
          {
            id: `${appeal.id}-answer`,
            event: 'answered' as const,
            at: at(answer.answeredAt),
            agency: agencies[answering?.agencyId ?? ''] ?? '',
            withdrawn: false,
          },
        ]
      : []),
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
