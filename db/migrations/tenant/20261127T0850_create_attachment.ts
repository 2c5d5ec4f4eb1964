export const statements: readonly string[] = [
  `alter table region_profile
    add column attachments_most integer not null default 10 check (attachments_most between 1 and 50),
    add column attachment_bytes integer not null default 20971520
      check (attachment_bytes between 1000000 and 100000000)`,
  // What a person adds to an appeal that is at work already, and why one takes it back: words that erasure can empty.
  `create table appeal_information (
    id text primary key,
    appeal_id text not null references appeal (id),
    text text not null,
    submission_key text not null unique,
    created_at timestamptz not null
  )`,
  `create index appeal_information_appeal on appeal_information (appeal_id)`,
  `create table appeal_withdrawal (
    appeal_id text primary key references appeal (id),
    reason text not null,
    submission_key text not null unique,
    created_at timestamptz not null
  )`,
  // A draft's own row goes when it is sent, and its files stay: so no draft is referred to.
  `create table attachment (
    id text primary key,
    draft_id text,
    appeal_id text references appeal (id),
    information_id text references appeal_information (id),
    name text not null,
    media_type text not null,
    bytes integer not null check (bytes > 0),
    sha256 text not null,
    state text not null check (state in ('kept', 'erased')),
    added_by text not null check (added_by in ('resident', 'staff')),
    created_at timestamptz not null,
    check (num_nonnulls(draft_id, appeal_id) = 1)
  )`,
  `create index attachment_draft on attachment (draft_id) where draft_id is not null`,
  `create index attachment_appeal on attachment (appeal_id) where appeal_id is not null`,
]
