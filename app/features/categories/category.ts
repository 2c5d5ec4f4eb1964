import type { LegalKind } from '#db/schema/vocabulary.ts'

/** What an appeal can be in law. */
export const legalKinds = [
  'application',
  'complaint',
  'report',
  'proposal',
  'response',
  'inquiry',
] as const satisfies readonly LegalKind[]
