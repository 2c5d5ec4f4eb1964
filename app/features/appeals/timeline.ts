import { formatDay, formatMoment } from '#app/core/i18n/format.ts'
import type { DeadlineMove } from './deadline-moves.queries.server.ts'
import type { ActEvent, ActStep } from './act-steps.queries.server.ts'
import type { ReopeningStep } from './reopenings.queries.server.ts'
import type { AppealStatus, ShareRole } from '#db/schema/vocabulary.ts'

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
  | 'applicantLeft'
  | 'ended'
  | 'merged'
  | 'absorbed'
  | 'unmerged'
  | ActEvent
  | 'reopenRequested'
  | 'reopened'
  | 'reopenDeclined'

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
  | 'cosignerAdded'
  | 'cosignerLeft'
  | 'linked'
  | 'unlinked'
  | 'mergedBy'
  | 'unmergedBy'
  | 'absorbedBy'
  | 'released'
  | 'translationAsked'
  | 'translationFinished'
  | 'translationDeclined'
  | 'translationWithdrawn'

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
  /** What was written: a colleague's for colleagues alone, the person's own and what they were told for both. */
  readonly note?: string
  /** The due date that a new kind or a changed calendar has brought, with the former one. */
  readonly due?: { readonly from: string; readonly to: string }
  /** What changed in the calendar, or on what an act stands; a line each. */
  readonly why?: readonly string[]
  /** The act that it was done by. */
  readonly act?: ActStep['act']
}

/** That another appeal goes on in the place of one, or does so no more. */
export interface Merger {
  readonly id: string
  readonly event: 'merged' | 'absorbed' | 'unmerged'
  readonly at: Date
  /** Of the other appeal. */
  readonly number: string
}

interface Life {
  readonly appeal: {
    readonly id: string
    readonly status: AppealStatus
    readonly receivedAt: Date
    readonly registeredOn: string
    readonly closedAt: Date | null
  }
  readonly assignments: readonly {
    readonly id: string
    readonly role: ShareRole
    readonly part: string
    readonly round: number
    readonly agencyId: string
    readonly assignedAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly answers: readonly { readonly answeredAt: Date; readonly assignmentId: string }[]
  readonly agencies: Readonly<Record<string, string>>
  readonly additions: readonly { readonly id: string; readonly at: Date }[]
  readonly withdrawal: { readonly createdAt: Date } | undefined
  readonly moves: readonly DeadlineMove[]
  readonly mergers: readonly Merger[]
  readonly acts: readonly ActStep[]
  readonly wishes: readonly ReopeningStep[]
}

export const stepAt = (moment: Date, timeZone: string): Step['at'] => ({
  dateTime: moment.toISOString(),
  text: formatMoment(moment, timeZone),
})

/** The life of an appeal so far, oldest step first, as anybody may know it who may see the appeal. */
export function timelineOf(life: Life, timeZone: string): Step<ToldEvent>[] {
  const { appeal, assignments, answers, agencies, additions, moves, mergers, acts, wishes } = life
  const at = (moment: Date) => stepAt(moment, timeZone)
  // With several bodies that answer the person each answers a part, each time the appeal is being answered.
  const answeredIn = (round: number) => {
    const answering = assignments.filter((share) => share.role !== 'co' && share.withdrawnAt === null)
    const isOne = answering.filter((share) => share.round === round).length < 2
    return isOne ? ('answered' as const) : ('partAnswered' as const)
  }
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
      ...(why.length > 0 ? { why } : {}),
    })),
    ...acts.map(({ id, event, at: moment, assignmentId, act, why, due }) => ({
      id,
      event,
      at: at(moment),
      agency: agencies[assignments.find((share) => share.id === assignmentId)?.agencyId ?? ''] ?? '',
      withdrawn: false,
      act,
      ...(why.length > 0 ? { why } : {}),
      ...(due ? { due } : {}),
    })),
    ...answers.flatMap(({ answeredAt, assignmentId }) => {
      const share = assignments.find(({ id }) => id === assignmentId)
      if (!share) return []
      const event = share.role === 'co' ? ('coAnswered' as const) : answeredIn(share.round)
      const agency = agencies[share.agencyId] ?? ''
      return [{ id: `${assignmentId}-answer`, event, at: at(answeredAt), agency, withdrawn: false }]
    }),
    ...wishes.map(({ at: moment, ...wish }) => ({ ...wish, at: at(moment), agency: '', withdrawn: false })),
    ...mergers.map(({ id, event, at: moment }) => ({ id, event, at: at(moment), agency: '', withdrawn: false })),
    ...endsOf(life).map(({ event, moment }) => ({
      id: `${appeal.id}-${event}`,
      event,
      at: at(moment),
      agency: '',
      withdrawn: false,
    })),
  ]
  return steps.toSorted((a, b) => a.at.dateTime.localeCompare(b.at.dateTime))
}

/** That the person took the appeal back: it ended with that, or went on for who signed it too, until the last of them left. */
function endsOf({ appeal, withdrawal }: Life) {
  const ended = appeal.status === 'withdrawn' ? (appeal.closedAt ?? withdrawal?.createdAt) : undefined
  const isAtOnce = ended?.getTime() === withdrawal?.createdAt.getTime()
  return [
    ...(withdrawal
      ? [{ event: isAtOnce ? ('withdrawn' as const) : ('applicantLeft' as const), moment: withdrawal.createdAt }]
      : []),
    ...(ended && !isAtOnce ? [{ event: 'ended' as const, moment: ended }] : []),
  ]
}

function givenAs({ role, part }: { role: ShareRole; part: string }): ToldEvent {
  if (role === 'lead') return 'assigned'
  if (role === 'co') return 'joined'
  return part ? 'partForwarded' : 'forwarded'
}
