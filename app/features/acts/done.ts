/** What the page that follows a step says of it. */
const doneSteps = ['drafted', 'approved', 'returned', 'discarded', 'signed', 'told', 'protocolKept'] as const

export type Done = (typeof doneSteps)[number]

/** What an address says was done just now. */
export const doneOf = (url: string): Done | undefined =>
  doneSteps.find((known) => known === new URL(url).searchParams.get('done'))
