import type { ForcedSubject } from '@casl/ability'

export type Action =
  | 'create'
  | 'read'
  /** Take in an appeal that did not come by the portal. */
  | 'register'
  /** Ask the person for what the appeal lacks; or, as the person, bring it. */
  | 'requestCure'
  | 'cure'
  | 'classify'
  /** Put its registration right. */
  | 'correct'
  | 'assign'
  | 'forward'
  /** Write an answer and send it for signature. */
  | 'draft'
  /** Sign an answer, or return it. */
  | 'sign'
  | 'note'
  /** Take everything of an appeal out as one file. */
  | 'bundle'
  /** Black out places of a photo and say whether the public may see the result. */
  | 'blackOut'
  /** Empty a person's values for ever. */
  | 'erase'
  /** Say that nothing of an appeal may be emptied, and lift that again. */
  | 'hold'
  /** Say that an appeal is not one's own. */
  | 'contest'
  /** Say whose it is then. */
  | 'decide'
  /** Say that a prepared act is right, so that it can be signed. */
  | 'approve'
  /** See which acts nobody was told of. */
  | 'watch'
  /** Object to a preliminary decision, or agree to it. */
  | 'object'
  /** Answer in the name of a body without accounts. */
  | 'answer'
  /** Ask a colleague for a translation. */
  | 'askTranslation'
  /** Write one, or decline to. */
  | 'translate'
  /** Take a register in, or give it out. */
  | 'import'
  | 'export'
  | 'addInformation'
  /** Say what an answer was worth. */
  | 'rate'
  /** Take an answered appeal up again, or decline to. */
  | 'reopen'
  | 'withdraw'
  /** See where an appeal stands and what was answered, and nothing else of it. */
  | 'follow'
  /** Name somebody who signs an appeal too, or note that one took the signature back. */
  | 'cosign'
  /** Take one's own signature back. */
  | 'leave'
  /** Say what an appeal has to do with another one, merge and part them. */
  | 'relate'
  /** Open a visit of a hall. */
  | 'receive'
  /** Sit at a desk, call people and serve them. */
  | 'serve'
  /** Note that somebody gave up waiting, or is back. */
  | 'move'
  | 'invite'
  /** Take a colleague's second factor away, so that it is set up anew. */
  | 'resetSecondFactor'
  /** Learn from closed appeals where such ones go. */
  | 'learn'
  /** Put a region into a file of the platform's, make a copy of one, let a copy speak. */
  | 'archive'
  /** Have a region's staff only read, and work again. */
  | 'suspend'
  /** Add, change, order and retire what a region is made of. */
  | 'configure'

/** The fields that rules may speak of. A rule becomes a WHERE, so each of them is a column. */
interface SubjectFields {
  Appeal: { id: string; agencyIds: string[]; followerIds: string[] }
  Cosigner: { id: string }
  /** Null where the centre itself acts. */
  Act: { agencyId: string | null }
  Applicant: { id: string }
  Registration: { registeredBy: string }
  ShareLink: { id: string }
  /** A row joined with its appeal, whose bodies it is for. */
  TranslationRequest: { kind: string; draftAgencyId: string | null; agencyIds: string[] }
  Agency: { id: string }
  AnswerTemplate: { id: string }
  Category: { id: string }
  District: { id: string }
  Hall: { id: string }
  Hotline: { id: string }
  Interpreter: { id: string }
  RoutingRule: { id: string }
  RatingChoice: { id: string }
  OwnHost: { id: string }
  Register: { id: string }
  RetentionTerm: { id: string }
  StaffMember: { id: string }
  Role: { id: string }
  HallService: { id: string }
  Visit: { id: string }
  SavedView: { id: string; ownerId: string; shared: boolean }
  Region: { slug: string }
  Calendar: { id: string }
  NationalFigures: { region: string }
}

export type SubjectName = keyof SubjectFields

/** A name, or a row with the name put on by `authorize`. */
export type Subject = SubjectName | { [Name in SubjectName]: SubjectFields[Name] & ForcedSubject<Name> }[SubjectName]
