export const statements: readonly string[] = [
  // The country's days that differ from "Monday to Friday": holidays, substitutes and moved days by decree.
  `create table calendar_day (
    day date primary key,
    kind text not null check (kind in ('nonWorking', 'working')),
    name text,
    name_kk text,
    name_ru text,
    name_en text,
    source text not null
  )`,
  `create table calendar_change (
    id text primary key,
    submission_key text not null unique,
    state text not null check (state in ('draft', 'announced', 'applied', 'discarded')),
    lines jsonb not null,
    former jsonb,
    source text not null,
    made_by text references platform_person (id),
    made_at timestamptz not null,
    applied_by text references platform_person (id),
    applied_at timestamptz,
    version integer not null default 1
  )`,
  `create index calendar_change_made on calendar_change (made_at)`,
  // What a change would move in a region, and later has moved: counts, never an appeal.
  `create table calendar_count (
    change_id text not null references calendar_change (id),
    region text not null references tenant (slug),
    open_appeals integer not null,
    later integer not null,
    earlier integer not null,
    counted_at timestamptz not null,
    applied_at timestamptz,
    primary key (change_id, region)
  )`,
]
