export const statements: readonly string[] = [
  // Parts of a region, with beginnings of words by which an address is told to lie in one.
  `create table district (
    id text primary key,
    slug text not null unique,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    words text not null,
    position integer not null,
    retired_at timestamptz,
    version integer not null default 1
  )`,
]
