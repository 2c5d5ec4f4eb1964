export const statements: readonly string[] = [
  // Hosts of the region's own, and how far each is. The directory that requests are resolved by stands in `control`.
  `create table own_host (
    id text primary key,
    host text not null,
    state text not null check (state in ('asked', 'checking', 'failed', 'served', 'removed')),
    problem text,
    is_primary boolean not null default false,
    submission_key text not null unique,
    added_by text not null references staff_member (id),
    added_at timestamptz not null,
    checked_at timestamptz,
    served_at timestamptz,
    failed_at timestamptz,
    check (state <> 'served' or served_at is not null)
  )`,
  `create unique index own_host_once on own_host (host) where state <> 'removed'`,
  `create unique index own_host_one_primary on own_host ((true)) where is_primary`,
]
