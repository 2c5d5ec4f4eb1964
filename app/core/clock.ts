/** Where time comes from, so that a test or a seed can set it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands at `at` until it is moved. */
export function setClock(at: Date): Clock & { move(to: Date): void } {
  let current = at
  return { now: () => current, move: (to) => (current = to) }
}
