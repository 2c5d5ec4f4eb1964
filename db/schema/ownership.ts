/** What becomes of a table's rows; every table of the product stands here, and CI lists what does not. */
interface Declaration {
  /** The feature folder that alone may write it; `core` for mechanisms, `tenants` for provisioning. */
  readonly owner: string
  /**
   * `whole`: goes into a region's archive as it is; `none`: can be rebuilt, or would be wrong there, as what lets somebody in
   * at this moment. Passwords and second factors go along: without the second, a password alone would do after a restore.
   */
  readonly archive: 'whole' | 'none'
  /** `none`: holds no personal value; `empty`: values are overwritten; `delete`: the row goes. */
  readonly erasure: 'none' | 'empty' | 'delete'
  /** How long rows are kept. */
  readonly retention: string
}

const identity = {
  auth_user: { owner: 'core', archive: 'whole', erasure: 'empty', retention: 'while the account stands' },
  auth_session: { owner: 'core', archive: 'none', erasure: 'delete', retention: 'until it expires' },
  auth_account: { owner: 'core', archive: 'whole', erasure: 'delete', retention: 'while the account stands' },
  auth_verification: { owner: 'core', archive: 'none', erasure: 'delete', retention: 'until it expires' },
  auth_device: { owner: 'accounts', archive: 'whole', erasure: 'delete', retention: 'a year after it was last seen' },
  auth_second_factor: { owner: 'accounts', archive: 'whole', erasure: 'delete', retention: 'while the account stands' },
  auth_recovery_code: {
    owner: 'accounts',
    archive: 'whole',
    erasure: 'delete',
    retention: '30 days after it was used',
  },
  auth_passkey: { owner: 'accounts', archive: 'whole', erasure: 'delete', retention: 'until it is removed' },
  auth_challenge: { owner: 'accounts', archive: 'none', erasure: 'delete', retention: 'until it expires' },
} as const satisfies Record<string, Declaration>

const mechanisms = {
  journal: { owner: 'core', archive: 'whole', erasure: 'none', retention: 'for ever' },
  outbox: { owner: 'core', archive: 'whole', erasure: 'none', retention: '30 days after it was relayed' },
  notice: { owner: 'notices', archive: 'whole', erasure: 'none', retention: 'as long as its subject' },
} as const satisfies Record<string, Declaration>

/** Table (as named in SQL) to its declaration, by kind of schema. */
export const ownership = {
  tenant: {
    ...identity,
    ...mechanisms,
    region_profile: { owner: 'regions', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    emblem: { owner: 'regions', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    hotline: { owner: 'hotlines', archive: 'whole', erasure: 'none', retention: 'for ever' },
    launch_step: { owner: 'launches', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    role_permission: { owner: 'roles', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    wording: { owner: 'wordings', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    calendar_day: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'for ever' },
    own_day: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'for ever' },
    working_week: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    calendar_change: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'for ever' },
    term: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'for ever' },
    cure_term: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'for ever' },
    forward_term: { owner: 'calendars', archive: 'whole', erasure: 'none', retention: 'for ever' },
    agency: { owner: 'agencies', archive: 'whole', erasure: 'none', retention: 'for ever' },
    agency_name: { owner: 'agencies', archive: 'whole', erasure: 'none', retention: 'for ever' },
    category: { owner: 'categories', archive: 'whole', erasure: 'none', retention: 'for ever' },
    district: { owner: 'districts', archive: 'whole', erasure: 'none', retention: 'for ever' },
    pack_base: { owner: 'tenants', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    pack_taken: { owner: 'packs', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    hall: { owner: 'halls', archive: 'whole', erasure: 'none', retention: 'for ever' },
    desk: { owner: 'halls', archive: 'whole', erasure: 'none', retention: 'for ever' },
    hall_service: { owner: 'services', archive: 'whole', erasure: 'none', retention: 'for ever' },
    priority_group: { owner: 'services', archive: 'whole', erasure: 'none', retention: 'for ever' },
    hall_state: { owner: 'visits', archive: 'none', erasure: 'none', retention: 'as long as the hall' },
    ticket_counter: { owner: 'visits', archive: 'whole', erasure: 'none', retention: 'for ever' },
    desk_shift: { owner: 'visits', archive: 'whole', erasure: 'none', retention: 'for ever' },
    // Name and telephone of a visit serve it and whoever comes back soon; a note is about the matter.
    visit: { owner: 'visits', archive: 'whole', erasure: 'empty', retention: 'for ever; names for 90 days' },
    ticket: { owner: 'visits', archive: 'whole', erasure: 'none', retention: 'for ever' },
    ticket_span: { owner: 'visits', archive: 'whole', erasure: 'none', retention: 'for ever' },
    consultation: { owner: 'visits', archive: 'whole', erasure: 'empty', retention: 'for ever; notes for 90 days' },
    interpreter: { owner: 'interpreters', archive: 'whole', erasure: 'empty', retention: 'for ever' },
    staff_member: { owner: 'staff', archive: 'whole', erasure: 'empty', retention: 'for ever, named in the journal' },
    invitation: { owner: 'staff', archive: 'whole', erasure: 'delete', retention: '30 days after it expired' },
    takeout: { owner: 'takeouts', archive: 'none', erasure: 'none', retention: 'for ever; its file a day' },
    identity_provider: { owner: 'providers', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    provider_role: { owner: 'providers', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    // Sealed; where the archive is restored nobody has the key, and it is typed in again.
    region_secret: { owner: 'core', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    // A copy answers under none of them before it has proved them to be its own.
    own_host: { owner: 'domains', archive: 'none', erasure: 'none', retention: 'for ever' },
    settings_mark: { owner: 'core', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    admin_change: { owner: 'core', archive: 'whole', erasure: 'delete', retention: '90 days' },
    applicant: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    // What changes made of personal values: erasure empties both, and the journal keeps their salted hashes.
    // Of an appeal the first words and the place are emptied, the rest is impersonal.
    appeal: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'for ever' },
    appeal_text: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    appeal_draft: { owner: 'drafts', archive: 'whole', erasure: 'delete', retention: '24 hours after the last answer' },
    appeal_information: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    appeal_withdrawal: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    // Erasure empties the name and removes the file; an archive takes the files along.
    attachment: {
      owner: 'attachments',
      archive: 'whole',
      erasure: 'empty',
      retention: 'as long as its appeal or draft',
    },
    erasure: { owner: 'erasures', archive: 'whole', erasure: 'none', retention: 'for ever' },
    erasure_refusal: { owner: 'erasures', archive: 'whole', erasure: 'none', retention: 'for ever' },
    // Why is said in words about the matter.
    legal_hold: { owner: 'holds', archive: 'whole', erasure: 'empty', retention: 'for ever' },
    retention_term: { owner: 'retentions', archive: 'whole', erasure: 'none', retention: 'as long as the region' },
    // Names and contacts stand in `applicant`; here only why somebody left is said in words.
    cosigner: { owner: 'cosigners', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    appeal_relation: { owner: 'duplicates', archive: 'whole', erasure: 'empty', retention: 'for ever' },
    // What came in with a file stands in the appeals that were made of it; what did not become one waits for who sent it.
    register_import: { owner: 'registers', archive: 'whole', erasure: 'none', retention: 'for ever' },
    register_row: { owner: 'registers', archive: 'whole', erasure: 'delete', retention: '30 days' },
    // Erasure empties the number that the sender's own papers know, and every value before and after.
    registration: { owner: 'registrations', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    correction: { owner: 'registrations', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    correction_value: {
      owner: 'registrations',
      archive: 'whole',
      erasure: 'empty',
      retention: 'as long as the appeal',
    },
    cure: { owner: 'cures', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    appeal_counter: { owner: 'appeals', archive: 'whole', erasure: 'none', retention: 'for ever' },
    // What of the appeal is a body's is said in words, which erasure empties; so are reasons.
    assignment: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    contest: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    redirect: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'for ever' },
    share_link: { owner: 'appeals', archive: 'whole', erasure: 'none', retention: 'as long as the appeal' },
    share_file: { owner: 'appeals', archive: 'whole', erasure: 'none', retention: 'as long as the appeal' },
    // Reasons are words about the matter; that an act was signed, when and on what ground stays.
    act: { owner: 'acts', archive: 'whole', erasure: 'empty', retention: 'for ever' },
    act_notice: { owner: 'acts', archive: 'whole', erasure: 'empty', retention: 'as long as the act' },
    act_objection: { owner: 'acts', archive: 'whole', erasure: 'empty', retention: 'as long as the act' },
    hearing_protocol: { owner: 'acts', archive: 'whole', erasure: 'empty', retention: 'as long as the act' },
    act_term: { owner: 'acts', archive: 'whole', erasure: 'none', retention: 'for ever' },
    answer: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    rating_choice: { owner: 'ratings', archive: 'whole', erasure: 'none', retention: 'for ever' },
    rating: { owner: 'ratings', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    reopening: { owner: 'ratings', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    answer_draft: { owner: 'appeals', archive: 'whole', erasure: 'delete', retention: 'until it is signed' },
    // Erasure removes the file, empties the bands and keeps code, day and hash: that it was issued stays true.
    answer_letter: { owner: 'letters', archive: 'whole', erasure: 'empty', retention: 'as long as its answer or act' },
    translation_request: {
      owner: 'translations',
      archive: 'whole',
      erasure: 'empty',
      retention: 'as long as the appeal',
    },
    answer_template: { owner: 'templates', archive: 'whole', erasure: 'none', retention: 'for ever' },
    routing_rule: { owner: 'routing', archive: 'whole', erasure: 'none', retention: 'for ever' },
    // Pieces of words that five persons or more have written, and no text: made anew every night.
    routing_model: { owner: 'routing', archive: 'none', erasure: 'none', retention: 'until the next night' },
    routing_gram: { owner: 'routing', archive: 'none', erasure: 'none', retention: 'until the next night' },
    routing_choice: { owner: 'routing', archive: 'whole', erasure: 'none', retention: 'as long as the appeal' },
    appeal_note: { owner: 'appeals', archive: 'whole', erasure: 'empty', retention: 'as long as the appeal' },
    note_mention: { owner: 'appeals', archive: 'whole', erasure: 'none', retention: 'as long as the note' },
    saved_view: { owner: 'worklists', archive: 'whole', erasure: 'delete', retention: 'until it is removed' },
    // No word that fewer than three people use; so it is nobody's.
    search_word: { owner: 'worklists', archive: 'none', erasure: 'none', retention: 'until the next night' },
    appeal_presence: { owner: 'appeals', archive: 'none', erasure: 'delete', retention: 'a minute' },
  },
  control: {
    ...identity,
    ...mechanisms,
    tenant: { owner: 'tenants', archive: 'none', erasure: 'none', retention: 'for ever' },
    host_claim: { owner: 'tenants', archive: 'none', erasure: 'none', retention: 'until it is served or given up' },
    tenant_host: { owner: 'tenants', archive: 'none', erasure: 'none', retention: 'while the region answers there' },
    calendar_day: { owner: 'calendars', archive: 'none', erasure: 'none', retention: 'for ever' },
    calendar_change: { owner: 'calendars', archive: 'none', erasure: 'none', retention: 'for ever' },
    calendar_count: { owner: 'calendars', archive: 'none', erasure: 'none', retention: 'for ever' },
    platform_person: { owner: 'platform', archive: 'none', erasure: 'empty', retention: 'for ever' },
    region_setup: {
      owner: 'platform',
      archive: 'none',
      erasure: 'empty',
      retention: 'for ever; whom it invites until invited',
    },
    region_vital: { owner: 'platform', archive: 'none', erasure: 'none', retention: 'until it is taken anew' },
    region_archive: {
      owner: 'archives',
      archive: 'none',
      erasure: 'none',
      retention: 'for ever; its file as long as it is kept',
    },
    region_copy: { owner: 'archives', archive: 'none', erasure: 'none', retention: 'for ever' },
    region_suspension: { owner: 'platform', archive: 'none', erasure: 'none', retention: 'for ever' },
    migration_mark: { owner: 'db', archive: 'none', erasure: 'none', retention: 'as long as the region' },
    migration_ledger: { owner: 'db', archive: 'none', erasure: 'none', retention: 'for ever' },
    rate_limit: { owner: 'core', archive: 'none', erasure: 'delete', retention: 'until the window ends' },
    sms_segment: { owner: 'notices', archive: 'none', erasure: 'none', retention: '30 days' },
    worker_heartbeat: { owner: 'core', archive: 'none', erasure: 'none', retention: 'while the worker lives' },
  },
  national: {
    region: { owner: 'tenants', archive: 'none', erasure: 'none', retention: 'as long as the region' },
    applied_event: { owner: 'oversight', archive: 'none', erasure: 'none', retention: 'for ever, as the journals' },
    appeal_figure: { owner: 'oversight', archive: 'none', erasure: 'none', retention: 'for ever' },
    region_freshness: { owner: 'oversight', archive: 'none', erasure: 'none', retention: 'for ever' },
    figure_proof: { owner: 'oversight', archive: 'none', erasure: 'none', retention: 'until the next proof' },
  },
} as const satisfies Record<string, Record<string, Declaration>>
