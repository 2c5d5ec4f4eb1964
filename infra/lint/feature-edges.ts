/** A feature, the neighbour whose `public.server.ts` it may import, and the reason a reviewer accepted. */
export type FeatureEdge = readonly [from: string, to: string, why: string]

/**
 * Every door between two features. A line here is a decision: first ask whether a route could compose the two,
 * or whether an outbox event would do. The list must stay free of circles, and a line no import uses must go.
 */
export const featureEdges: readonly FeatureEdge[] = [
  ['accounts', 'platform', 'an account of the platform’s host belongs to one of its people'],
  ['accounts', 'staff', 'an account of a region belongs to one of its staff'],
  ['appeals', 'agencies', 'an assignment names its agency, and only some agencies can be given orders'],
  ['appeals', 'attachments', 'an appeal carries files, and so does what is added to it'],
  ['appeals', 'calendars', 'a due date is counted in the region’s working days'],
  ['appeals', 'categories', 'an appeal is about a category, which says what it usually is in law'],
  ['appeals', 'regions', 'a receipt names its issuer and tells the time of the region'],
  ['calendars', 'regions', 'the end of a region’s working day stands in its profile'],
  ['categories', 'agencies', 'a category names the agency that usually answers'],
  ['changes', 'agencies', 'an administrator’s change of them can be undone'],
  ['changes', 'calendars', 'the same of terms to come'],
  ['changes', 'categories', 'the same'],
  ['changes', 'halls', 'the same, desks too'],
  ['changes', 'hotlines', 'the same'],
  ['changes', 'interpreters', 'the same'],
  ['changes', 'staff', 'the same, invitations too'],
  ['regions', 'agencies', 'what is missing names the agencies without staff'],
  ['drafts', 'appeals', 'a draft becomes an appeal, and asks for the fields that one is made of'],
  ['drafts', 'attachments', 'files are chosen while an appeal is written'],
  ['drafts', 'categories', 'one question is what the appeal is about'],
  ['halls', 'agencies', 'a hall names the agencies that sit in it'],
  ['oversight', 'regions', 'all regions of the country stand in the table, connected or not'],
  ['halls', 'calendars', 'a hall is closed on a holiday'],
  ['staff', 'agencies', 'a clerk sits for an agency'],
]
