export const statements: readonly string[] = [
  // Everyday words by which people look for a category.
  `alter table category add column words text not null default ''`,
  `alter table applicant add column kind text not null
    check (kind in ('person', 'organisation', 'representative', 'guest', 'anonymous')) default 'person'`,
  `alter table applicant add column bin text`,
  `alter table applicant add column organisation_name text`,
  `alter table applicant add column represented_name text`,
  `alter table applicant add column basis text`,
  `alter table applicant add column country text`,
  `alter table applicant add column phone text`,
  `alter table applicant alter column iin drop not null`,
  `alter table applicant alter column email drop not null`,
  // Erasure writes '' over values: these say what a kind can have at all, not that it is still there.
  `alter table applicant add constraint applicant_organisation
    check ((kind = 'organisation') = (organisation_name is not null) and (kind = 'organisation' or bin is null))`,
  `alter table applicant add constraint applicant_representative
    check ((kind = 'representative') = (represented_name is not null)
      and (kind = 'representative') = (basis is not null))`,
  `alter table applicant add constraint applicant_iin check (kind in ('person', 'representative') or iin is null)`,
  `alter table applicant add constraint applicant_country check (kind = 'guest' or country is null)`,
  `alter table applicant add constraint applicant_anonymous
    check (kind <> 'anonymous' or (full_name = '' and address = '' and email is null and phone is null))`,
  `alter table appeal add column answer_channels text[] not null
    check (answer_channels <@ array['mail', 'sms', 'post', 'hall']) default '{mail}'`,
  `alter table appeal add column place_address text`,
  `alter table appeal add column place_landmark text`,
  `alter table appeal add column place_lat double precision`,
  `alter table appeal add column place_lon double precision`,
  `alter table appeal add constraint appeal_place_point
    check ((place_lat is null) = (place_lon is null)
      and (place_lat is null or (place_lat between -90 and 90 and place_lon between -180 and 180)))`,
  `create table appeal_draft (
    id text primary key,
    answers jsonb not null,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index appeal_draft_expiry on appeal_draft (expires_at)`,
]
