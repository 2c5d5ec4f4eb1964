/** What became of an operator's wish: there were several administrators or none, or nothing to take away. */
export type ResetOutcome = 'done' | 'several' | 'none' | 'nothing'

/** Names of what the platform's journal says of such wishes. */
export const resetEvents = {
  asked: 'region.administratorResetAsked',
  done: 'region.administratorReset',
  refused: 'region.administratorResetRefused',
} as const
