import type { Generated } from 'kysely'
/** What of the way to going live was looked at. */
interface LaunchStepTable {
  /** The step's name; each region has each at most once. */
  step: string
  seenAt: Date
  seenBy: string
}

/** How a region comes to serve residents. */
/** `asked`: not looked at yet; `checking`: the worker is at it; `served`: people reach the region by it. */
export type HostState = 'asked' | 'checking' | 'failed' | 'served' | 'removed'

/** Why a host could not be proved, in our own words. */
export type HostProblem = 'unknownHost' | 'privateAddress' | 'unreachable' | 'noToken' | 'otherToken' | 'taken'

/** A host of the region's own, and how far it is. */
interface OwnHostTable {
  id: string
  host: string
  state: HostState
  /** Why the last check failed. */
  problem: HostProblem | null
  isPrimary: Generated<boolean>
  submissionKey: string
  addedBy: string
  addedAt: Date
  checkedAt: Date | null
  servedAt: Date | null
  failedAt: Date | null
}

export interface LaunchTables {
  ownHost: OwnHostTable
  launchStep: LaunchStepTable
}
