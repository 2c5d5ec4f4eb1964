export const statements: readonly string[] = [
  // Pictures as they were drawn anew here; a former one stays, so that a change can be undone.
  `create table emblem (
    id text primary key,
    submission_key text not null unique,
    bytes integer not null check (bytes > 0),
    sha256 text not null,
    created_at timestamptz not null
  )`,
  `alter table region_profile
    add column emblem_id text references emblem (id),
    add column version integer not null default 1`,
]
