import type { AppealStatus, ApplicantKind, Intent, LegalKind, Outcome } from '#db/schema/vocabulary.ts'

export const outcomes = ['satisfied', 'partlySatisfied', 'refused', 'explained'] as const satisfies readonly Outcome[]

/** What an appeal is in law; the registrar says which. */
export const legalKinds = [
  'application',
  'complaint',
  'report',
  'proposal',
  'response',
  'inquiry',
] as const satisfies readonly LegalKind[]

/** From which day the clock of an appeal runs, and why from there. */
export const clockStart = (appeal: {
  readonly registeredOn: string
  readonly reopenedOn: string | null
}): { day: string; rule: 'received' | 'reopened' } =>
  appeal.reopenedOn === null
    ? { day: appeal.registeredOn, rule: 'received' }
    : { day: appeal.reopenedOn, rule: 'reopened' }

/** Before the answer that goes to the person waits for a signature. */
const beforeTheAnswer = ['registered', 'assigned', 'forwarded', 'contested'] as const
const open = [...beforeTheAnswer, 'awaitingSignature'] as const
const ended = ['answered', 'withdrawn', 'merged', 'terminated', 'leftUnconsidered'] as const

/** Whether an appeal of this status is closed. The database holds it to that: `closedAt` is set in these and no others. */
export const isEnded = (status: AppealStatus): boolean => (ended as readonly AppealStatus[]).includes(status)

/**
 * The life of an appeal as a whole: what may be done in which status. Buttons, commands and tests ask this one table. What
 * a body may do with its share stands in `shareOpenTo`, and the status follows from all shares (`statusOf`).
 */
export const openTo = {
  classify: beforeTheAnswer,
  assign: beforeTheAnswer,
  forward: beforeTheAnswer,
  split: beforeTheAnswer,
  decide: open,
  withdraw: open,
  addInformation: open,
  cosign: open,
  merge: open,
  unmerge: ['merged'],
  /** By an act: as a repeat, or without consideration. */
  end: open,
  correct: [...open, 'reopenRequested'],
  requestCure: open,
  cure: open,
  note: [...open, ...ended, 'reopenRequested'],
  rate: ['answered'],
  reopen: ['reopenRequested'],
} as const satisfies Record<string, readonly AppealStatus[]>

export type AppealAct = keyof typeof openTo

/** Whether the life-cycle allows `act` now; who may do it is the policy's question. */
export function appealAllows(act: AppealAct, appeal: { status: AppealStatus }): boolean {
  return (openTo[act] as readonly AppealStatus[]).includes(appeal.status)
}

const kindMeant = {
  question: 'inquiry',
  problem: 'report',
  request: 'application',
  suggestion: 'proposal',
  complaint: 'complaint',
} as const satisfies Record<Intent, LegalKind>

/**
 * What an appeal is taken for in law until the registrar has looked at it. A complaint is one whatever it is about: it
 * challenges a decision and has a term of its own. What is anonymous is only considered as a report of a crime or threat.
 */
export function legalKindOf(intent: Intent, kind: ApplicantKind, ofCategory: LegalKind | undefined): LegalKind {
  if (kind === 'anonymous') return 'report'
  return intent === 'complaint' ? 'complaint' : (ofCategory ?? kindMeant[intent])
}

/** The first words of a text for a list, at most 140 characters on one line. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 140 ? line : `${line.slice(0, 139).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A public number: the region's two digits, the year's last two, a running number. Easy to say on the telephone. */
export function formatNumber(prefix: string, year: number, running: number): string {
  return `${prefix}-${String(year % 100).padStart(2, '0')}-${String(running).padStart(6, '0')}`
}

/** A number as people type it, in its written form; undefined when it cannot be one. */
export function typedNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s–—-]/g, '')
  const parts = /^(\d{2})(\d{2})(\d{6,9})$/.exec(digits)
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : undefined
}
