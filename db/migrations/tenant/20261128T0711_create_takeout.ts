export const statements: readonly string[] = [
  // Everything of the region in one file, as its administrator asked for it: made once, taken once, gone after a day.
  `create table takeout (
    id text primary key,
    submission_key text not null unique,
    asked_by text not null references staff_member (id),
    state text not null check (state in ('asked', 'working', 'ready', 'taken', 'expired', 'failed')),
    parts integer not null default 0,
    of_parts integer not null default 0,
    bytes double precision,
    sha256 text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    ready_at timestamptz,
    expires_at timestamptz,
    taken_at timestamptz,
    taken_by text references staff_member (id),
    check (state not in ('ready', 'taken') or (bytes is not null and sha256 is not null and expires_at is not null)),
    check ((state = 'taken') = (taken_at is not null))
  )`,
]
