export const statements: readonly string[] = [
  // Official appeals stand in the national system too, under one permanent number: here never twice.
  `alter table appeal add column external_ref text`,
  `create unique index appeal_external_ref on appeal (external_ref) where external_ref is not null`,
  `alter table appeal drop constraint appeal_channel_check`,
  `alter table appeal add constraint appeal_channel_check
    check (channel in ('portal', 'hall', 'hotline', 'mail', 'post', 'eOtinish'))`,
  // Registers are given out by the day of registration.
  `create index appeal_registered on appeal (registered_on, id)`,
  `create table register_import (
    id text primary key,
    submission_key text not null unique,
    format text not null check (format in ('csv', 'xlsx')),
    sha256 text not null,
    ignored text[] not null,
    lines integer not null,
    state text not null check (state in ('reading', 'checked', 'applying', 'done', 'discarded')),
    made_by text not null references staff_member (id),
    made_at timestamptz not null,
    applied_by text references staff_member (id),
    done_at timestamptz
  )`,
  `create table register_row (
    id text primary key,
    import_id text not null references register_import (id),
    line integer not null,
    cells jsonb not null,
    verdict text not null check (verdict in ('register', 'number', 'same', 'refused')),
    problems text[] not null,
    appeal_id text references appeal (id),
    created_at timestamptz not null,
    applied_at timestamptz,
    unique (import_id, line)
  )`,
  `create index register_row_waiting on register_row (import_id, line) where applied_at is null`,
]
