export const statements: readonly string[] = [
  // One file with everything of a region, in the platform's own folder. The row stays when the file is gone.
  `create table region_archive (
    id text primary key,
    slug text not null references tenant (slug),
    asked_by text references platform_person (id),
    state text not null check (state in ('asked', 'working', 'done', 'failed', 'removed')),
    parts integer not null default 0,
    of_parts integer not null default 0,
    bytes double precision,
    sha256 text,
    missing_files integer,
    problem text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    done_at timestamptz,
    check (state not in ('done', 'removed') or (done_at is not null and bytes is not null and sha256 is not null))
  )`,
  `create index region_archive_slug on region_archive (slug, id)`,
  // A copy that is made of one, under a name of its own. It begins muted.
  `create table region_copy (
    id text primary key,
    submission_key text not null unique,
    archive_id text not null references region_archive (id),
    slug text not null,
    hosts text[] not null check (cardinality(hosts) between 1 and 10),
    asked_by text not null references platform_person (id),
    state text not null check (state in ('asked', 'working', 'done', 'failed')),
    parts integer not null default 0,
    of_parts integer not null default 0,
    problem text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    done_at timestamptz,
    check ((state = 'done') = (done_at is not null))
  )`,
  `create index region_copy_archive on region_copy (archive_id)`,
]
