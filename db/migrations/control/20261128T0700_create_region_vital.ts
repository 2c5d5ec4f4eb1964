export const statements: readonly string[] = [
  // How a region was when the worker looked last: counts, sizes and moments, and nobody's value. Bytes of large regions are
  // past an integer and far below what a double counts exactly.
  `create table region_vital (
    slug text primary key references tenant (slug),
    taken_at timestamptz not null,
    last_step text,
    steps_behind integer not null check (steps_behind >= 0),
    schema_bytes double precision not null,
    file_bytes double precision not null,
    waiting_events integer not null,
    oldest_event_at timestamptz,
    waiting_jobs integer not null,
    oldest_job_at timestamptz,
    lost_jobs integer not null,
    failed_notices integer not null
  )`,
  // Why staff of a region may only read, and since when; one that is not lifted holds.
  `create table region_suspension (
    id text primary key,
    slug text not null references tenant (slug),
    reason text not null,
    suspended_by text not null references platform_person (id),
    suspended_at timestamptz not null,
    resumed_by text references platform_person (id),
    resumed_at timestamptz,
    check ((resumed_by is null) = (resumed_at is null))
  )`,
  `create unique index region_suspension_open on region_suspension (slug) where resumed_at is null`,
]
