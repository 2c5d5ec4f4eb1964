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
  ['appeals', 'letters', 'an answer passes the gate before it is signed, and becomes a letter with the signature'],
  ['letters', 'agencies', 'a letter has the letterhead of the agency that answers'],
  ['letters', 'regions', 'a letter and a receipt name their issuer'],
  ['letters', 'templates', 'an answer with fields that nobody filled in is not signed'],
  [
    'translations',
    'appeals',
    'a translation is of an appeal or of the draft of its answer, and lives while it is open',
  ],
  ['templates', 'agencies', 'a template is filled in with the name of the agency that answers'],
  ['templates', 'categories', 'a template may be for one category'],
  ['calendars', 'regions', 'the end of a region’s working day stands in its profile'],
  ['categories', 'agencies', 'a category names the agency that usually answers'],
  ['changes', 'agencies', 'an administrator’s change of them can be undone'],
  ['changes', 'calendars', 'the same of terms to come'],
  ['changes', 'categories', 'the same'],
  ['changes', 'halls', 'the same, desks too'],
  ['changes', 'hotlines', 'the same'],
  ['changes', 'interpreters', 'the same'],
  ['changes', 'templates', 'the same'],
  ['changes', 'staff', 'the same, invitations too'],
  ['erasures', 'appeals', 'the number of an appeal says whom to erase'],
  ['halls', 'agencies', 'a hall names the agencies that sit in it'],
  ['regions', 'agencies', 'what is missing names the agencies without staff'],
  ['drafts', 'appeals', 'a draft becomes an appeal, and asks for the fields that one is made of'],
  ['drafts', 'attachments', 'files are chosen while an appeal is written'],
  ['drafts', 'halls', 'an answer is fetched in a hall where there is one'],
  ['drafts', 'categories', 'one question is what the appeal is about'],
  ['oversight', 'regions', 'all regions of the country stand in the table, connected or not'],
  ['halls', 'calendars', 'a hall is closed on a holiday'],
  ['staff', 'agencies', 'a clerk sits for an agency'],
]
