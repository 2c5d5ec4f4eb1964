import { formatDay, formatMoment } from '#app/core/i18n/format.ts'

/** One step of an appeal's life, ready to be read. */
export interface Step {
  readonly id: string
  readonly event: 'registered' | 'assigned' | 'answered'
  readonly at: { readonly dateTime: string; readonly text: string }
  /** Which body it was; empty where none took part. */
  readonly agency: string
  /** Taken back again: another body has it now. */
  readonly withdrawn: boolean
  /** dd.MM.yyyy; only where it says something of its own. */
  readonly registeredOn?: string
}

interface Life {
  readonly appeal: { readonly id: string; readonly receivedAt: Date; readonly registeredOn: string }
  readonly assignments: readonly {
    readonly id: string
    readonly agencyId: string
    readonly assignedAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly answer: { readonly answeredAt: Date; readonly assignmentId: string } | undefined
  readonly agencies: Readonly<Record<string, string>>
}

/** The life of an appeal so far, oldest step first. */
export function timelineOf({ appeal, assignments, answer, agencies }: Life, timeZone: string): Step[] {
  const at = (moment: Date) => ({ dateTime: moment.toISOString(), text: formatMoment(moment, timeZone) })
  const answering = assignments.find((assignment) => assignment.id === answer?.assignmentId)
  return [
    {
      id: appeal.id,
      event: 'registered',
      at: at(appeal.receivedAt),
      agency: '',
      withdrawn: false,
      registeredOn: formatDay(appeal.registeredOn),
    },
    ...assignments.map((assignment) => ({
      id: assignment.id,
      event: 'assigned' as const,
      at: at(assignment.assignedAt),
      agency: agencies[assignment.agencyId] ?? '',
      withdrawn: assignment.withdrawnAt !== null,
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
  ]
}
