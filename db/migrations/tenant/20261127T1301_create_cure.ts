export const statements: readonly string[] = [
  // Working days in which a person brings what the law demands and the appeal lacks.
  `create table cure_term (
    applies_from date primary key,
    working_days integer not null check (working_days between 1 and 250),
    version integer not null default 1
  )`,
  `insert into cure_term (applies_from, working_days) values ('2021-07-01', 5)`,
  // What an appeal lacks, until when the person may bring it, and what became of it.
  `create table cure (
    id text primary key,
    appeal_id text not null references appeal (id),
    missing text[] not null check (cardinality(missing) > 0),
    words text not null,
    state text not null check (state in ('open', 'cured', 'cancelled')),
    due_on date not null,
    due_at timestamptz not null,
    lapsed_at timestamptz,
    asked_by text not null references staff_member (id),
    asked_at timestamptz not null,
    settled_by text references staff_member (id),
    settled_at timestamptz,
    submission_key text not null unique,
    check ((state = 'open') = (settled_at is null))
  )`,
  `create index cure_appeal on cure (appeal_id, id)`,
  `create unique index cure_one_open on cure (appeal_id) where state = 'open'`,
  `create index cure_waiting on cure (due_at, id) where state = 'open'`,
]
