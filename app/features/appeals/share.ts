import type { AppealStatus, ShareRole, ShareStatus } from '#db/schema/vocabulary.ts'

/** While a body still owes something. The three other states end its share, each in its own way. */
const live = ['open', 'awaitingSignature', 'contested'] as const satisfies readonly ShareStatus[]

/** The life of one body's share of an appeal: what may be done in which state. Buttons, commands and tests ask this table. */
export const shareOpenTo = {
  draft: ['open'],
  submit: ['open'],
  returnDraft: ['awaitingSignature'],
  sign: ['awaitingSignature'],
  answerByLink: ['open'],
  contest: ['open'],
  keep: ['contested'],
  redirect: ['open', 'contested'],
  takeBack: live,
} as const satisfies Record<string, readonly ShareStatus[]>

export type ShareAct = keyof typeof shareOpenTo

/** Whether the life-cycle allows `act` now; who may do it is the policy's question. */
export function shareAllows(act: ShareAct, share: { status: ShareStatus }): boolean {
  return (shareOpenTo[act] as readonly ShareStatus[]).includes(share.status)
}

/** Of a share, what an appeal's own state is made of. */
export interface SharePart {
  readonly id: string
  readonly agencyId: string
  readonly role: ShareRole
  readonly status: ShareStatus
  /** Which time the appeal was being answered. */
  readonly round: number
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly dueAt: Date
}

export const isLive = ({ status }: Pick<SharePart, 'status'>): boolean =>
  (live as readonly ShareStatus[]).includes(status)

/** A co-executor answers the lead; everybody else answers the person. */
export const answersPerson = ({ role }: Pick<SharePart, 'role'>): boolean => role !== 'co'

/**
 * The shares by which an appeal is being answered now, or was the last time: what was answered before it was reopened stays
 * and counts for nothing any more.
 */
export function ofLastRound<S extends { readonly round: number }>(shares: readonly S[]): S[] {
  const last = Math.max(...shares.map(({ round }) => round))
  return shares.filter(({ round }) => round === last)
}

/** Bodies that have an appeal or have answered it. */
const holds = (share: SharePart) => isLive(share) || share.status === 'answered'

/**
 * What an appeal is by its shares, where neither the person nor an act has ended it and no other goes on in its place. It is
 * answered when nobody owes anything any more and the person was answered; so it cannot be while a part is open.
 */
export function statusOf(
  shares: readonly SharePart[],
): Exclude<AppealStatus, 'withdrawn' | 'merged' | 'terminated' | 'leftUnconsidered' | 'reopenRequested'> {
  const owing = shares.filter(isLive)
  if (owing.length === 0)
    return ofLastRound(shares).some((share) => share.status === 'answered' && answersPerson(share))
      ? 'answered'
      : 'registered'
  if (owing.some(({ status }) => status === 'contested')) return 'contested'
  const atHome = owing.filter(({ role }) => role !== 'own')
  const lead = owing.find(({ role }) => role === 'lead')
  const deciding = lead ? [lead] : atHome.length > 0 ? atHome : owing
  if (deciding.every(({ status }) => status === 'awaitingSignature')) return 'awaitingSignature'
  return atHome.length > 0 ? 'assigned' : 'forwarded'
}

/** The bodies that have an appeal or have answered it, each once, in the order they got it. */
export const holdersOf = (shares: readonly SharePart[]): string[] => [
  ...new Set(shares.filter(holds).map(({ agencyId }) => agencyId)),
]

/** The person's one clock: the latest of those who answer the person; undefined where nobody has the appeal. */
export function overallClock<S extends SharePart>(shares: readonly S[]): S | undefined {
  const answering = ofLastRound(shares).filter((share) => holds(share) && answersPerson(share))
  return answering.toSorted((a, b) => b.dueAt.getTime() - a.dueAt.getTime())[0]
}

/** The shares that must end before this one can be signed: the lead waits for its co-executors. */
export const waitsFor = <S extends SharePart>(shares: readonly S[], own: SharePart): S[] =>
  own.role === 'lead' ? shares.filter((share) => share.role === 'co' && isLive(share)) : []

/**
 * The version of an appeal as one body sees it: it grows with what concerns everybody and with acts on its own share, and
 * not with what other bodies do, so that these do not make its page old.
 */
export function versionSeenBy(
  appeal: { readonly version: number },
  shares: readonly { readonly id: string; readonly steps: number }[],
  ownId: string,
): number {
  return shares.reduce((version, { id, steps }) => (id === ownId ? version : version - steps), appeal.version)
}
