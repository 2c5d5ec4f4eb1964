export const statements: readonly string[] = [
  // What may not be emptied as long as it stands: by whom, since when and why, and the same of its end.
  `create table legal_hold (
    id text primary key,
    appeal_id text not null references appeal (id),
    reason text not null,
    held_by text not null references staff_member (id),
    held_at timestamptz not null,
    lift_reason text not null default '',
    lifted_by text references staff_member (id),
    lifted_at timestamptz,
    check ((lifted_at is null) = (lifted_by is null))
  )`,
  `create unique index legal_hold_open on legal_hold (appeal_id) where lifted_at is null`,
  `create index legal_hold_appeal on legal_hold (appeal_id, id)`,

  // A request that a hold stood against: that it was made stays known.
  `create table erasure_refusal (
    id text primary key,
    applicant_id text not null references applicant (id),
    hold_id text not null references legal_hold (id),
    refused_by text not null references staff_member (id),
    ground text not null check (ground in ('asked', 'court', 'termOver')),
    paper text not null,
    refused_at timestamptz not null
  )`,
  `create index erasure_refusal_applicant on erasure_refusal (applicant_id)`,

  // How long a kind of records is kept; a kind without a row by the term in the code.
  `create table retention_term (
    id text primary key,
    amount integer not null check (amount > 0),
    changed_at timestamptz,
    version integer not null default 1
  )`,
  // Nobody in person erases what is over its term.
  `alter table erasure alter column erased_by drop not null`,
]
