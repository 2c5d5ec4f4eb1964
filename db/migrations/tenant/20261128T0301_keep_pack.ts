export const statements: readonly string[] = [
  // The pack a region was made from, whole: what is its own and what a newer pack brings is told by comparing with it.
  // A region that was made before has none.
  `create table pack_base (
    id text primary key check (id = 'region'),
    name text not null,
    version integer not null,
    contents jsonb not null,
    unpacked_at timestamptz not null
  )`,
  // What was taken of newer packs since, each in the place of what the base says; null where the pack has it no longer.
  `create table pack_taken (
    id text primary key,
    value jsonb,
    version integer not null default 1
  )`,
]
