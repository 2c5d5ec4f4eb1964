/** What happens to a file with everything of a region. */
export const takeoutEvents = {
  asked: 'takeout.asked',
  ready: 'takeout.ready',
  failed: 'takeout.failed',
  taken: 'takeout.taken',
} as const

/** How long a file waits to be taken, milliseconds. */
export const waitsFor = 24 * 3_600_000
