/** What the page says was done a moment ago. */
const doneThings = ['added', 'check', 'show', 'remove'] as const

export type Done = (typeof doneThings)[number]

export const doneOf = (said: string | null): Done | undefined => doneThings.find((one) => one === said)
