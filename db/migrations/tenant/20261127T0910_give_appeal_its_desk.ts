export const statements: readonly string[] = [
  `alter table assignment add column kind text not null
    check (kind in ('assigned', 'forwarded')) default 'assigned'`,
  `create index assignment_open on assignment (agency_id, due_at, appeal_id)
    where withdrawn_at is null and answered_at is null`,
  // Within how many working days of its registration an appeal that is not the region's own must be forwarded (АППК).
  `create table forward_term (
    applies_from date primary key,
    working_days integer not null check (working_days between 1 and 250)
  )`,
  `insert into forward_term (applies_from, working_days) values ('2021-07-01', 3)`,

  // What a head has signed: frozen with its name and post of that day, and a hash that shows any later change.
  `alter table answer add column signed_by text references staff_member (id)`,
  `alter table answer add column signer_name text`,
  `alter table answer add column signer_post text`,
  `alter table answer add column content_hash text`,
  // A draft stands apart from the answer: what is not signed can be shown to nobody by mistake.
  `create table answer_draft (
    id text primary key,
    appeal_id text not null references appeal (id),
    agency_id text not null references agency (id),
    outcome text check (outcome in ('satisfied', 'partlySatisfied', 'refused', 'explained')),
    text text not null,
    version integer not null,
    edited_by text not null references staff_member (id),
    edited_at timestamptz not null,
    submitted_by text references staff_member (id),
    submitted_at timestamptz,
    unique (appeal_id, agency_id)
  )`,

  `create table appeal_note (
    id text primary key,
    appeal_id text not null references appeal (id),
    author_id text not null references staff_member (id),
    kind text not null check (kind in ('note', 'returned')),
    text text not null,
    submission_key text not null unique,
    created_at timestamptz not null
  )`,
  `create index appeal_note_appeal on appeal_note (appeal_id, id)`,
  `create table note_mention (
    note_id text not null references appeal_note (id),
    staff_id text not null references staff_member (id),
    read_at timestamptz,
    primary key (note_id, staff_id)
  )`,
  `create index note_mention_unread on note_mention (staff_id, note_id) where read_at is null`,
  // Who looks at an appeal now. Lost in a crash and missed by nobody; no key to other tables, whose locks it would take.
  `create unlogged table appeal_presence (
    appeal_id text not null,
    staff_id text not null,
    doing text not null check (doing in ('viewing', 'editing')),
    seen_at timestamptz not null,
    primary key (appeal_id, staff_id)
  )`,
  `create index appeal_presence_seen on appeal_presence (seen_at)`,

  `alter table appeal add column excerpt text not null default ''`,
  `alter table appeal_text add column folded text not null default ''`,
  `update appeal set excerpt = left(regexp_replace(t.text, '\\s+', ' ', 'g'), 140)
    from appeal_text t where t.appeal_id = appeal.id`,
  // The app's own fold but for rare Latin marks, once, for what came before it.
  `update appeal_text t set folded = ' ' || regexp_replace(
      translate(lower(p.full_name || ' ' || t.text), 'әғқңөұүіһё', 'агкноууихе'), '[^[:alnum:]]+', ' ', 'g') || ' '
    from appeal a join applicant p on p.id = a.applicant_id where a.id = t.appeal_id`,
  `create index appeal_text_words on appeal_text using gin (folded gin_trgm_ops)`,

  // A list of open appeals follows one of these, whatever it is narrowed by.
  `create index appeal_open_status on appeal (status, due_at, id) where closed_at is null`,
  `create index appeal_open_category on appeal (category_id, due_at, id) where closed_at is null`,
  `create index appeal_open_language on appeal (language, due_at, id) where closed_at is null`,
  `create index appeal_closed on appeal (closed_at, id) where closed_at is not null`,
  // The same for all there ever were, newest first.
  `create index appeal_status on appeal (status, id)`,
  `create index appeal_category on appeal (category_id, id)`,
  `create index appeal_language on appeal (language, id)`,
  `create index appeal_agency_ids on appeal using gin (agency_ids)`,
  `drop index appeal_agencies`,
]
