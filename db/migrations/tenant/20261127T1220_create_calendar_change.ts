const defaultWeek = ['1', '2', '3', '4', '5'].map((day) => `"${day}": [["09:00", "13:00"], ["14:00", "18:30"]]`)

export const statements: readonly string[] = [
  // What the country's days are called where the product has no word for them.
  `alter table calendar_day add column name_kk text`,
  `alter table calendar_day add column name_ru text`,
  `alter table calendar_day add column name_en text`,
  // The region's own days, laid over the country's.
  `create table own_day (
    day date primary key,
    kind text not null check (kind in ('nonWorking', 'working')),
    name_kk text not null,
    name_ru text not null,
    name_en text not null
  )`,
  // Hours of work by weekday, and how many working days a co-executor ends before the main clock.
  `create table working_week (
    id text primary key check (id = 'region'),
    hours jsonb not null,
    inner_days integer not null check (inner_days between 1 and 20)
  )`,
  `insert into working_week (id, hours, inner_days)
    select 'region', replace('{${defaultWeek.join(', ')}}', '18:30', day_end)::jsonb, 1 from region_profile`,
  // Every version of the calendar: what was changed, on what ground, by whom; while one is moving, how far it has come.
  `create table calendar_change (
    id text primary key,
    submission_key text not null unique,
    origin text not null check (origin in ('region', 'country')),
    state text not null check (state in ('draft', 'announced', 'moving', 'applied', 'discarded')),
    lines jsonb not null,
    former jsonb,
    source text not null,
    made_by text references staff_member (id),
    made_at timestamptz not null,
    applied_by text references staff_member (id),
    applied_at timestamptz,
    reached text not null default '',
    moved integer not null default 0,
    postponed integer not null default 0,
    version integer not null default 1
  )`,
  `create index calendar_change_made on calendar_change (made_at)`,
  `create unique index calendar_change_one_moving on calendar_change (state) where state = 'moving'`,
  `alter table term add column version integer not null default 1`,
  `alter table forward_term add column version integer not null default 1`,
  // A changed calendar passes all open appeals, one id after another.
  `create index appeal_open_id on appeal (id) where closed_at is null`,
]
