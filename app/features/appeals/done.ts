/** What the page that follows an act says of it. */
export const doneActs = [
  'classified',
  'assigned',
  'forwarded',
  'split',
  'contested',
  'kept',
  'redirected',
  'linkSent',
  'linkRevoked',
  'drafted',
  'submitted',
  'returned',
  'signed',
  'noted',
  'cosignerAdded',
  'cosignerRemoved',
  'linked',
  'unlinked',
  'merged',
  'unmerged',
  'translationAsked',
  'translationFinished',
  'translationDeclined',
  'translationTaken',
] as const

export type Done = (typeof doneActs)[number]
