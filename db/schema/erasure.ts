import type { ownership } from './ownership.ts'

/**
 * What erasure writes over a column: `''` leaves NULL as it is, so that it stays known what a person never gave; anything
 * else is written as it stands here, `{}` being an array with nothing in it.
 */
type Written = '' | '{}' | null | false | 'erased'

/** How the rows of a table belong to an applicant, and what becomes of them. */
interface PersonalRows {
  /** The column that leads on, to the `id` of a row of that table; of `applicant` itself its own. */
  readonly by: readonly [column: string, of: string]
  /** The same to a row that mentions the person. */
  readonly orBy?: readonly [column: string, of: string]
  /** Values that go, by column; left out where the whole row goes. */
  readonly writes?: Readonly<Record<string, Written>>
  /** Columns of text that name no person: states, kinds, keys of ours. Ids need not be named. */
  readonly keeps: readonly string[]
  /** The column whose value is the key of a file in the region's store. */
  readonly file?: string
}

/** Rows in which what a person gave may stand without any key that leads there. */
interface MentioningRows {
  /** The jsonb in which the person's numbers and addresses are looked for; a row that has one goes. */
  readonly mentions: string
}

/** Values of staff: emptied with the member, never with an applicant. */
type OfStaff = 'staff'

type Declared = PersonalRows | MentioningRows | OfStaff

type TenantOwnership = typeof ownership.tenant
type Personal = {
  [Table in keyof TenantOwnership]: TenantOwnership[Table]['erasure'] extends 'none' ? never : Table
}[keyof TenantOwnership]

/**
 * Every table of a region that holds personal values, and how an applicant's are found and emptied, in the order it is
 * done. The compiler lists what `ownership.ts` calls personal and is missing here; a test lists columns nobody thought of.
 */
const erasure = {
  applicant: {
    by: ['id', 'applicant'],
    writes: {
      full_name: '',
      iin: '',
      bin: '',
      organisation_name: '',
      represented_name: '',
      basis: '',
      country: '',
      address: '',
      email: '',
      phone: '',
    },
    keeps: ['kind'],
  },
  appeal: {
    by: ['applicant_id', 'applicant'],
    writes: { place_address: '', place_landmark: '', place_lat: null, place_lon: null, excerpt: '' },
    keeps: [
      'number',
      'status',
      'intent',
      'legal_kind',
      'language',
      'channel',
      'answer_channels',
      'submission_key',
      'access_salt',
      'merged_into',
      'external_ref',
    ],
  },
  cosigner: {
    by: ['applicant_id', 'applicant'],
    writes: { left_reason: '' },
    keeps: ['language', 'access_salt', 'submission_key', 'added_by', 'left_by'],
  },
  appeal_relation: {
    by: ['appeal_id', 'appeal'],
    orBy: ['other_id', 'appeal'],
    writes: { reason: '', end_reason: '' },
    keeps: ['kind', 'made_by', 'ended_by'],
  },
  // What is a body's part, and why it is or is not, is said in words about the matter.
  assignment: { by: ['appeal_id', 'appeal'], writes: { part: '' }, keeps: ['kind', 'role', 'status', 'assigned_by'] },
  contest: {
    by: ['appeal_id', 'appeal'],
    writes: { reason: '', decision_reason: '' },
    keeps: ['contested_by', 'contested_name', 'decision', 'decided_by'],
  },
  redirect: { by: ['appeal_id', 'appeal'], writes: { reason: '' }, keeps: ['decided_by'] },
  appeal_text: { by: ['appeal_id', 'appeal'], writes: { text: '', folded: '' }, keeps: [] },
  appeal_information: { by: ['appeal_id', 'appeal'], writes: { text: '' }, keeps: ['submission_key'] },
  appeal_withdrawal: { by: ['appeal_id', 'appeal'], writes: { reason: '' }, keeps: ['submission_key'] },
  rating: { by: ['appeal_id', 'appeal'], writes: { words: '' }, keeps: ['meaning', 'submission_key'] },
  reopening: {
    by: ['appeal_id', 'appeal'],
    writes: { reason: '', decision_reason: '' },
    keeps: ['decision', 'decided_by'],
  },
  registration: {
    by: ['appeal_id', 'appeal'],
    writes: { outside_number: '' },
    keeps: ['registered_by', 'registrar_name', 'registrar_role'],
  },
  correction: { by: ['appeal_id', 'appeal'], writes: { ground: '' }, keeps: ['made_by', 'submission_key'] },
  correction_value: {
    by: ['correction_id', 'correction'],
    writes: { former: '', present: '' },
    keeps: ['field'],
  },
  cure: {
    by: ['appeal_id', 'appeal'],
    writes: { words: '' },
    keeps: ['missing', 'state', 'asked_by', 'settled_by', 'submission_key'],
  },
  // The signature stays: name and post of an official, and a hash of far more than anybody could guess.
  answer: {
    by: ['appeal_id', 'appeal'],
    writes: { text: '' },
    keeps: ['outcome', 'signed_by', 'signer_name', 'signer_post', 'signature_method', 'content_hash'],
  },
  act: {
    by: ['appeal_id', 'appeal'],
    writes: { text: '', place: '', return_reason: '' },
    keeps: [
      'kind',
      'status',
      'ground',
      'submission_key',
      'drafted_by',
      'approved_by',
      'signed_by',
      'signer_name',
      'signer_post',
      'number',
      'signature_method',
      'content_hash',
    ],
  },
  act_notice: {
    by: ['appeal_id', 'appeal'],
    writes: { told_ref: '' },
    keeps: ['event_id', 'state', 'told_way', 'noted_by'],
  },
  act_objection: { by: ['appeal_id', 'appeal'], writes: { text: '' }, keeps: ['kind', 'submission_key'] },
  hearing_protocol: {
    by: ['appeal_id', 'appeal'],
    writes: { text: '' },
    keeps: ['attendance', 'kept_by', 'kept_name', 'content_hash'],
  },
  legal_hold: { by: ['appeal_id', 'appeal'], writes: { reason: '', lift_reason: '' }, keeps: ['held_by', 'lifted_by'] },
  answer_draft: { by: ['appeal_id', 'appeal'], keeps: [] },
  translation_request: {
    by: ['appeal_id', 'appeal'],
    writes: { original: '', translation: '', reason: '' },
    keeps: ['kind', 'from_language', 'to_language', 'status', 'asked_by', 'closed_by', 'submission_key'],
  },
  appeal_note: { by: ['appeal_id', 'appeal'], writes: { text: '' }, keeps: ['kind', 'submission_key'] },
  attachment: {
    by: ['appeal_id', 'appeal'],
    orBy: ['draft_id', 'appeal_draft'],
    writes: { name: '', sha256: '', threat: '', state: 'erased', publishable: false },
    keeps: ['media_type', 'added_by', 'made_by', 'scan', 'submission_key'],
    file: 'id',
  },
  // That it was issued stays true: whoever holds the paper may ask whether it is real.
  answer_letter: {
    by: ['appeal_id', 'appeal'],
    writes: { bands: '{}', state: 'erased' },
    keeps: ['code', 'right_of_appeal', 'sha256'],
    file: 'id',
  },
  // Before who it was is known a visit is found by nobody's key; its names go after 90 days anyway.
  visit: {
    by: ['applicant_id', 'applicant'],
    writes: { full_name: '', phone: '' },
    keeps: ['locale', 'opened_by', 'submission_key'],
  },
  consultation: { by: ['visit_id', 'visit'], writes: { note: '' }, keeps: ['outcome', 'locale'] },
  appeal_draft: { mentions: 'answers' },
  register_row: { mentions: 'cells' },
  auth_user: 'staff',
  auth_session: 'staff',
  auth_account: 'staff',
  auth_verification: 'staff',
  auth_device: 'staff',
  auth_second_factor: 'staff',
  auth_recovery_code: 'staff',
  auth_passkey: 'staff',
  auth_challenge: 'staff',
  interpreter: 'staff',
  staff_member: 'staff',
  invitation: 'staff',
  admin_change: 'staff',
  appeal_presence: 'staff',
  saved_view: 'staff',
} as const satisfies Record<Personal, Declared>

const declared: readonly (readonly [table: string, Declared])[] = Object.entries(erasure)

/** Tables whose rows lead to an applicant, in the order they are emptied. */
export const personalTables = declared.flatMap(([table, rows]) =>
  rows !== 'staff' && 'by' in rows ? [{ table, ...rows }] : [],
)

/** Tables in which an applicant may only be mentioned. */
export const mentioningTables = declared.flatMap(([table, rows]) =>
  rows !== 'staff' && 'mentions' in rows ? [{ table, ...rows }] : [],
)
