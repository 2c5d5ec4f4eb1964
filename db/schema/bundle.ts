import type { ownership } from './ownership.ts'

type Lead = readonly [column: string, of: string, ofColumn?: string]

/** How the rows of a table are found that belong to an appeal, and what of them is nobody's business outside. */
interface Belonging {
  /** The column that leads on, to the `id` of a row of that table, or to another column of it. */
  readonly by: Lead
  /** Another way, for rows that come by either. */
  readonly or?: Lead
  /** A column and what must stand in it. */
  readonly only?: readonly [column: string, value: string]
  /** Keys and secrets of ours: of no use to who reads, and some would open a door. */
  readonly hides?: readonly string[]
}

/** Rows about anything: those about the appeal or about what belongs to it. */
interface About {
  readonly about: string
  readonly hides?: readonly string[]
}

/** Belongs to an appeal, and why it is not given out with it. */
interface LeftOut {
  readonly leftOut: string
}

/** Rows that no appeal owns: what a region is made of, and mechanisms. */
type OfNone = 'none'

export type Bundled = Belonging | About | LeftOut | OfNone

/**
 * Every table of a region, and how its rows belong to an appeal. The journal bundle of an appeal is made of this list: the
 * compiler names a table that is missing here, and a test one that leads to an appeal by its keys and calls itself of none.
 */
export const bundle = {
  appeal: { by: ['id', 'appeal'], hides: ['submission_key', 'access_salt'] },
  cosigner: { by: ['appeal_id', 'appeal'], hides: ['submission_key', 'access_salt'] },
  applicant: { by: ['id', 'appeal', 'applicant_id'], or: ['id', 'cosigner', 'applicant_id'] },
  registration: { by: ['appeal_id', 'appeal'] },
  correction: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  correction_value: { by: ['correction_id', 'correction'] },
  cure: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  appeal_text: { by: ['appeal_id', 'appeal'], hides: ['folded'] },
  appeal_information: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  appeal_withdrawal: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  appeal_relation: { by: ['appeal_id', 'appeal'], or: ['other_id', 'appeal'] },
  attachment: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  assignment: { by: ['appeal_id', 'appeal'] },
  contest: { by: ['appeal_id', 'appeal'] },
  redirect: { by: ['appeal_id', 'appeal'] },
  share_link: { by: ['assignment_id', 'assignment'], hides: ['salt'] },
  share_file: { by: ['assignment_id', 'assignment'] },
  // What nobody has signed is no act.
  act: { by: ['appeal_id', 'appeal'], only: ['status', 'signed'], hides: ['submission_key'] },
  act_notice: { by: ['act_id', 'act'] },
  act_objection: { by: ['act_id', 'act'], hides: ['submission_key'] },
  hearing_protocol: { by: ['act_id', 'act'] },
  answer: { by: ['appeal_id', 'appeal'] },
  answer_letter: { by: ['appeal_id', 'appeal'], hides: ['bands'] },
  appeal_note: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  note_mention: { by: ['note_id', 'appeal_note'] },
  // Of a draft there is the answer that it became.
  translation_request: { by: ['appeal_id', 'appeal'], only: ['kind', 'appeal'], hides: ['submission_key'] },
  routing_choice: { by: ['appeal_id', 'appeal'] },
  rating: { by: ['appeal_id', 'appeal'], hides: ['submission_key'] },
  reopening: { by: ['appeal_id', 'appeal'] },
  consultation: { by: ['appeal_id', 'appeal'] },
  erasure: { by: ['applicant_id', 'applicant'] },
  erasure_refusal: { by: ['applicant_id', 'applicant'] },
  legal_hold: { by: ['appeal_id', 'appeal'] },
  // Last: they are about everything that was found before.
  notice: { about: 'subject_id' },
  journal: { about: 'subject_id' },
  answer_draft: { leftOut: 'what nobody has signed is no act' },
  appeal_presence: { leftOut: 'a picture of the last minute, which leaves no record' },
  register_row: { leftOut: 'a line of a file, which the appeal was made of' },
  outbox: { leftOut: 'the journal says the same' },
  appeal_draft: 'none',
  auth_user: 'none',
  auth_session: 'none',
  auth_account: 'none',
  auth_verification: 'none',
  auth_device: 'none',
  auth_second_factor: 'none',
  auth_recovery_code: 'none',
  auth_passkey: 'none',
  auth_challenge: 'none',
  region_profile: 'none',
  emblem: 'none',
  hotline: 'none',
  wording: 'none',
  role_permission: 'none',
  calendar_day: 'none',
  own_day: 'none',
  working_week: 'none',
  calendar_change: 'none',
  term: 'none',
  forward_term: 'none',
  agency: 'none',
  agency_name: 'none',
  category: 'none',
  district: 'none',
  pack_base: 'none',
  pack_taken: 'none',
  hall: 'none',
  desk: 'none',
  hall_service: 'none',
  priority_group: 'none',
  hall_state: 'none',
  ticket_counter: 'none',
  desk_shift: 'none',
  visit: { leftOut: 'who came to a hall; what was said there about the appeal stands in its consultation' },
  ticket: { leftOut: 'a place in a queue says nothing of the appeal' },
  ticket_span: { leftOut: 'the minutes of a place in a queue' },
  interpreter: 'none',
  staff_member: 'none',
  invitation: 'none',
  launch_step: 'none',
  identity_provider: 'none',
  provider_role: 'none',
  region_secret: 'none',
  own_host: 'none',
  settings_mark: 'none',
  retention_term: 'none',
  admin_change: 'none',
  register_import: 'none',
  appeal_counter: 'none',
  answer_template: 'none',
  rating_choice: 'none',
  act_term: 'none',
  cure_term: 'none',
  routing_rule: 'none',
  routing_model: 'none',
  routing_gram: 'none',
  saved_view: 'none',
  takeout: 'none',
  search_word: 'none',
} as const satisfies Record<keyof (typeof ownership)['tenant'], Bundled>
