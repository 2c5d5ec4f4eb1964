/** What of the way to going live was looked at. */
interface LaunchStepTable {
  /** The step's name; each region has each at most once. */
  step: string
  seenAt: Date
  seenBy: string
}

/** How a region comes to serve residents. */
export interface LaunchTables {
  launchStep: LaunchStepTable
}
