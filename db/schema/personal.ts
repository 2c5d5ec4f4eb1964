/** What a change made of one personal value; the journal holds the field's name and salted hashes, and stays. */
interface PersonalValueTable {
  id: string
  /** Of the journal's line. */
  eventId: string
  applicantId: string
  /** A column of `applicant`, or of what else the person gave, in the words of the journal. */
  field: string
  /** Null where nothing stood. */
  before: string | null
  after: string | null
}

/** Personal values that are no more, where erasure finds them. */
export interface PersonalTables {
  personalValue: PersonalValueTable
}
