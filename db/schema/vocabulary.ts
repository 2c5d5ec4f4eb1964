/** The words that columns hold: states, kinds and roles, each as the glossary has it. */

export type LocaleCode = 'kk' | 'ru' | 'en'
export type LegalKind = 'application' | 'complaint' | 'report' | 'proposal' | 'response' | 'inquiry'
/**
 * `contested`: a body says that it is not theirs, and the dispatcher decides. `merged`: another appeal goes on in its place.
 * `terminated` and `leftUnconsidered` are ends by an act: as a repeat, and without consideration. `reopenRequested`: it was
 * answered, the person says that nothing is solved, and the dispatcher decides.
 */
export type AppealStatus =
  | 'registered'
  | 'assigned'
  | 'forwarded'
  | 'contested'
  | 'awaitingSignature'
  | 'answered'
  | 'withdrawn'
  | 'merged'
  | 'terminated'
  | 'leftUnconsidered'
  | 'reopenRequested'
/** One body's share of an appeal; the last three end it. */
export type ShareStatus = 'open' | 'awaitingSignature' | 'contested' | 'answered' | 'redirected' | 'withdrawn'
/** `lead` answers the person in the akimat's name, `co` answers the lead, `own` is forwarded to and answers by itself. */
export type ShareRole = 'lead' | 'co' | 'own'
/** What an appeal's head decides beside its answer; `leaving`: it is left without consideration. */
export type ActKind = 'extension' | 'suspension' | 'resumption' | 'hearing' | 'termination' | 'leaving'
export type ActStatus = 'drafted' | 'approved' | 'signed' | 'discarded'
/** On what an act stands, in the order of the kinds. */
export type ActGround =
  | 'factFinding'
  | 'otherCase'
  | 'expertise'
  | 'successor'
  | 'forceMajeure'
  | 'causeGone'
  | 'unfavourable'
  | 'decidedAlready'
  | 'anonymous'
  | 'essenceUnclear'
  | 'notCured'
  | 'noAuthority'
/** What a person says an appeal is, in plain words; what it is in law is the registrar's `LegalKind`. */
export type Intent = 'question' | 'problem' | 'request' | 'suggestion' | 'complaint'
/** Who brings an appeal. `guest`: a person without an IIN; `anonymous`: nobody is named (crimes and threats only). */
export type ApplicantKind = 'person' | 'organisation' | 'representative' | 'guest' | 'anonymous'
/** By which way an appeal came. */
export type Channel = 'portal' | 'hall' | 'hotline' | 'mail' | 'post' | 'eOtinish'
/** How a person wants to be answered. */
export type AnswerChannel = 'mail' | 'sms' | 'post' | 'hall'
export type AgencyLevel = 'local' | 'territorial' | 'nonState'
export type StaffRole =
  | 'receptionist'
  | 'clerk'
  | 'agencyHead'
  | 'dispatcher'
  | 'operator'
  | 'interpreter'
  | 'mediator'
  | 'lawyer'
  | 'hallManager'
  | 'hotlineSupervisor'
  | 'editor'
  | 'centreHead'
  | 'regionAdmin'
export type Outcome = 'satisfied' | 'partlySatisfied' | 'refused' | 'explained'
/** `held`: the person sits at the desk and something is waited for. The last three end a ticket. */
export type TicketStatus = 'waiting' | 'called' | 'serving' | 'held' | 'served' | 'missed' | 'withdrawn'
/** What became of a question at a desk; `referred`: to a body outside the hall, `left`: the person went away. */
export type ConsultationOutcome = 'answered' | 'handedOver' | 'appealRegistered' | 'referred' | 'left'
/** What a person's word about an answer comes to. */
export type RatingMeaning = 'solved' | 'partly' | 'notSolved'
/** ISO weekday (1 = Monday) to the hours a hall is open, HH:MM on the region's wall clock; a day that is missing is closed. */
export type Opening = Readonly<
  Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', readonly [from: string, to: string]>>
>
/** ISO weekday to its intervals of work in order, HH:MM on the region's wall clock; a day that is missing has no hours of its own. */
export type WorkingWeek = Readonly<
  Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', readonly (readonly [from: string, to: string])[]>>
>
