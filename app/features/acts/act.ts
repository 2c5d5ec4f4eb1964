import type { ActGround, ActKind, ActStatus, AppealStatus, ShareRole, ShareStatus } from '#db/schema/vocabulary.ts'

/** On what each act may stand; the law's lists are short. */
export const groundsOf = {
  extension: ['factFinding'],
  suspension: ['otherCase', 'expertise', 'successor', 'forceMajeure'],
  resumption: ['causeGone'],
  hearing: ['unfavourable'],
  termination: ['decidedAlready'],
  leaving: ['anonymous', 'essenceUnclear', 'notCured', 'noAuthority'],
} as const satisfies Record<ActKind, readonly ActGround[]>

/** In the order in which they are offered. */
export const actKinds = Object.keys(groundsOf) as readonly ActKind[]

/** Acts on one body's share; the two others end the appeal as a whole and are the centre's. */
const ofShare = {
  extension: ['open', 'awaitingSignature'],
  suspension: ['open', 'awaitingSignature'],
  resumption: ['open', 'awaitingSignature', 'contested'],
  hearing: ['open', 'awaitingSignature'],
} as const satisfies Partial<Record<ActKind, readonly ShareStatus[]>>

type ShareActKind = keyof typeof ofShare

/** Whether an act is about one body's share. */
export const isOfShare = (kind: ActKind): kind is ShareActKind => kind in ofShare

/** In which status each end leaves the appeal. */
export const endsAs = { termination: 'terminated', leaving: 'leftUnconsidered' } as const satisfies Partial<
  Record<ActKind, AppealStatus>
>

/** The life of an act: what may be done in which state. Buttons, commands and tests ask this one table. */
const openTo = {
  redraft: ['drafted'],
  approve: ['drafted'],
  return: ['drafted', 'approved'],
  sign: ['approved'],
  discard: ['drafted', 'approved'],
} as const satisfies Record<string, readonly ActStatus[]>

export type ActStep = keyof typeof openTo

/** Whether the life-cycle allows `step` now; who may do it is the policy's question. */
export const actAllows = (step: ActStep, { status }: { readonly status: ActStatus }): boolean =>
  (openTo[step] as readonly ActStatus[]).includes(status)

/** What decides whether an act can be made on a share now. */
interface ShareNow {
  readonly role: ShareRole
  readonly status: ShareStatus
  readonly suspended: boolean
  readonly overdue: boolean
}

/**
 * Whether an act of this kind can be made on a share as it stands. A co-executor's clock follows its lead's. A clock that
 * stands is neither extended nor suspended once more, and one that is over is neither.
 */
export function shareOpenTo(kind: ShareActKind, { role, status, suspended, overdue }: ShareNow): boolean {
  if (role === 'co' || !(ofShare[kind] as readonly ShareStatus[]).includes(status)) return false
  if (kind === 'resumption') return suspended
  if (suspended) return false
  return kind === 'hearing' || !overdue
}
