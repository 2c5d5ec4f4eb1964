/** The legal kinds, and the terms within which an appeal is forwarded and what it lacks is brought. */
export const termKinds = [
  'application',
  'complaint',
  'report',
  'proposal',
  'response',
  'inquiry',
  'forwarding',
  'cure',
] as const
export type TermKind = (typeof termKinds)[number]
