import type { ForcedSubject } from '@casl/ability'

export type Action =
  | 'create'
  | 'read'
  /** Take in an appeal that did not come by the portal. */
  | 'register'
  /** Put its registration right. */
  | 'correct'
  /** Ask the person for what the appeal lacks; or, as the person, bring it. */
  | 'requestCure'
  | 'cure'
  | 'classify'
  | 'assign'
  | 'forward'
  /** Write an answer and send it for signature. */
  | 'draft'
  /** Sign an answer, or return it. */
  | 'sign'
  | 'note'
  /** Black out places of a photo and say whether the public may see the result. */
  | 'blackOut'
  /** Empty a person's values for ever. */
  | 'erase'
  /** Say that an appeal is not one's own. */
  | 'contest'
  /** Say whose it is then. */
  | 'decide'
  /** Answer in the name of a body without accounts. */
  | 'answer'
  | 'addInformation'
  | 'withdraw'
  | 'invite'
  /** Take a colleague's second factor away, so that it is set up anew. */
  | 'resetSecondFactor'
  /** Add, change, order and retire what a region is made of. */
  | 'configure'

/** The fields that rules may speak of. A rule becomes a WHERE, so each of them is a column. */
interface SubjectFields {
  Appeal: { id: string; agencyIds: string[] }
  Applicant: { id: string }
  Registration: { registeredBy: string }
  ShareLink: { id: string }
  Agency: { id: string }
  AnswerTemplate: { id: string }
  Category: { id: string }
  Hall: { id: string }
  Hotline: { id: string }
  Interpreter: { id: string }
  StaffMember: { id: string }
  Region: { slug: string }
  Calendar: { id: string }
  NationalFigures: { region: string }
}

export type SubjectName = keyof SubjectFields

/** A name, or a row with the name put on by `authorize`. */
export type Subject = SubjectName | { [Name in SubjectName]: SubjectFields[Name] & ForcedSubject<Name> }[SubjectName]
