export const statements: readonly string[] = [
  `create table applicant (
    id text primary key,
    full_name text not null,
    iin text not null,
    address text not null,
    email text not null,
    created_at timestamptz not null
  )`,
  `create table appeal (
    id text primary key,
    number text unique,
    status text not null check (status in ('registered', 'assigned', 'answered')),
    legal_kind text not null
      check (legal_kind in ('application', 'complaint', 'report', 'proposal', 'response', 'inquiry')),
    language text not null check (language in ('kk', 'ru', 'en')),
    channel text not null check (channel in ('portal')),
    applicant_id text not null references applicant (id),
    agency_ids text[] not null default '{}',
    received_at timestamptz not null,
    registered_on date not null,
    due_on date not null,
    due_at timestamptz not null,
    submission_key text not null unique,
    access_salt text not null,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    closed_at timestamptz
  )`,
  `create index appeal_open on appeal (due_at, id) where closed_at is null`,
  `create index appeal_agencies on appeal using gin (agency_ids) where closed_at is null`,
  `create index appeal_applicant on appeal (applicant_id)`,
  // Long text stands beside the appeal: in its row it would make a heap that every list must read.
  `create table appeal_text (
    appeal_id text primary key references appeal (id),
    text text not null
  )`,
  `create table appeal_counter (
    year integer primary key,
    last integer not null
  )`,
  `create table assignment (
    id text primary key,
    appeal_id text not null references appeal (id),
    agency_id text not null references agency (id),
    assigned_by text not null references staff_member (id),
    assigned_at timestamptz not null,
    due_on date not null,
    due_at timestamptz not null,
    answered_at timestamptz,
    withdrawn_at timestamptz
  )`,
  `create index assignment_appeal on assignment (appeal_id)`,
  `create unique index assignment_one_open on assignment (appeal_id, agency_id) where withdrawn_at is null`,
  `create table answer (
    id text primary key,
    appeal_id text not null unique references appeal (id),
    assignment_id text not null references assignment (id),
    author_id text not null references staff_member (id),
    outcome text not null check (outcome in ('satisfied', 'partlySatisfied', 'refused', 'explained')),
    text text not null,
    answered_at timestamptz not null
  )`,
]
