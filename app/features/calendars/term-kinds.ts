/** The legal kinds, and the term within which an appeal is forwarded. */
export const termKinds = [
  'application',
  'complaint',
  'report',
  'proposal',
  'response',
  'inquiry',
  'forwarding',
] as const
export type TermKind = (typeof termKinds)[number]
