export const statements: readonly string[] = [
  // A list that somebody comes back to: its address without a search, which could name a person.
  `create table saved_view (
    id text primary key,
    owner_id text not null references staff_member (id),
    shared boolean not null,
    name text not null,
    address text not null,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create unique index saved_view_own on saved_view (owner_id, name) where not shared`,
  `create unique index saved_view_shared on saved_view (name) where shared`,
  // Words of the region's newest appeals that at least three people use, as they are searched: what a typo may have meant.
  `create table search_word (
    word text primary key,
    letters integer not null,
    people integer not null
  )`,
  `create index search_word_letters on search_word (letters)`,
]
