export const statements: readonly string[] = [
  // What came before there was a scanner is judged by the next round.
  `alter table attachment add column scan text not null
    check (scan in ('unscanned', 'clean', 'infected', 'unscannable')) default 'unscanned'`,
  `alter table attachment add column scanned_at timestamptz`,
  `alter table attachment add column threat text`,
  // A photo with places blacked out: made of another one, by whom, and whether the public may see it.
  `alter table attachment add column parent_id text references attachment (id)`,
  `alter table attachment add column made_by text references staff_member (id)`,
  `alter table attachment add column publishable boolean not null default false`,
  `alter table attachment add column submission_key text unique`,
  `alter table attachment add constraint attachment_derived check ((parent_id is null) = (made_by is null))`,
  `alter table attachment add constraint attachment_publishable
    check (not publishable or (parent_id is not null and state = 'kept'))`,
  `alter table attachment drop constraint attachment_state_check`,
  `alter table attachment add constraint attachment_state check (state in ('kept', 'removed', 'erased'))`,
  `alter table attachment add constraint attachment_infected check (scan <> 'infected' or state <> 'kept')`,
  `create index attachment_unscanned on attachment (created_at) where scan = 'unscanned' and state = 'kept'`,
  `create index attachment_parent on attachment (parent_id) where parent_id is not null`,

  // That a person was erased: by whom, on what ground, and never who it was.
  `create table erasure (
    applicant_id text primary key references applicant (id),
    erased_by text not null references staff_member (id),
    ground text not null check (ground in ('asked', 'court', 'termOver')),
    paper text not null,
    erased_at timestamptz not null
  )`,
  `create index applicant_by_iin on applicant (iin) where iin is not null and iin <> ''`,
  `create index applicant_by_bin on applicant (bin) where bin is not null and bin <> ''`,
  `alter table journal add column digests jsonb not null default '{}'`,
]
