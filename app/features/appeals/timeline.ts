import { formatDay, formatMoment } from '#app/core/i18n/format.ts'

/** One step of an appeal's life, ready to be read. */
export interface Step {
  readonly id: string
  readonly event: 'registered' | 'informationAdded' | 'assigned' | 'answered' | 'withdrawn'
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
  readonly additions: readonly { readonly id: string; readonly at: Date }[]
  readonly withdrawal: { readonly createdAt: Date } | undefined
}

/** The life of an appeal so far, oldest step first. */
export function timelineOf(life: Life, timeZone: string): Step[] {
  const { appeal, assignments, answer, agencies, additions, withdrawal } = life
  const at = (moment: Date) => ({ dateTime: moment.toISOString(), text: formatMoment(moment, timeZone) })
  const answering = assignments.find((assignment) => assignment.id === answer?.assignmentId)
  const steps: Step[] = [
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
