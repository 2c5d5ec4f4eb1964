export const statements: readonly string[] = [
  // Who signed an appeal beside the person who brought it. Name and contacts stand in a row of `applicant`, as everybody's do.
  `create table cosigner (
    id text primary key,
    appeal_id text not null references appeal (id),
    applicant_id text not null unique references applicant (id),
    language text not null check (language in ('kk', 'ru', 'en')),
    access_salt text not null,
    submission_key text not null unique,
    added_by text references staff_member (id),
    created_at timestamptz not null,
    left_at timestamptz,
    left_by text references staff_member (id),
    left_reason text not null default ''
  )`,
  `create index cosigner_appeal on cosigner (appeal_id, id)`,
  // Whose holders may follow its life: its co-signers, and appeals merged into it with theirs.
  `alter table appeal add column follower_ids text[] not null default '{}'`,
  // Who wrote before is found by whatever they can be reached by.
  `create index applicant_by_email on applicant (email) where email is not null and email <> ''`,
  `create index applicant_by_phone on applicant (phone) where phone is not null and phone <> ''`,
]
