const changeable = ['agency', 'category', 'hall', 'desk', 'hotline', 'interpreter', 'staff_member', 'invitation']

export const statements: readonly string[] = [
  // What an administrator changed, with what was before and after: it may be undone for ninety days.
  `create table admin_change (
    id text primary key,
    submission_key text not null unique,
    event text not null,
    subject_kind text not null,
    subject_id text not null,
    images jsonb not null,
    made_by text not null references staff_member (id),
    made_at timestamptz not null,
    undone_at timestamptz
  )`,
  `create index admin_change_made on admin_change (made_at)`,
  ...changeable.map((table) => `alter table ${table} add column version integer not null default 1`),
  `alter table agency_name add column version integer not null default 1`,
  `alter table hotline add column retired_at timestamptz`,
  // The name as people type it, for the search: what the app's own fold makes of it, near enough for rows of before.
  `alter table staff_member add column folded_name text not null default ''`,
  `update staff_member set folded_name = translate(lower(full_name), 'әғқңөұүіһё', 'агкноууихе')`,
  `create index staff_member_name on staff_member (full_name collate "kk-x-icu", id)`,
]
