export const statements: readonly string[] = [
  // Hosts that regions brought and proved to be theirs; all others were given by the platform and stay for ever.
  `alter table tenant_host
    add column proved_at timestamptz,
    add column is_primary boolean not null default false,
    add column failed_at timestamptz`,
  `create unique index tenant_host_one_primary on tenant_host (slug) where is_primary`,
  // Whose names already lead here though nothing is served by them yet: the server answers with their token.
  `create table host_claim (
    host text primary key,
    slug text not null references tenant (slug),
    claimed_at timestamptz not null
  )`,
]
