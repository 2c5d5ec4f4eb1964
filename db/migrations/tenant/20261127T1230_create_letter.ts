export const statements: readonly string[] = [
  // A signed answer as the paper that goes out. The row is written with the signature, the file by the worker after it.
  `create table answer_letter (
    id text primary key,
    answer_id text not null unique references answer (id),
    appeal_id text not null references appeal (id),
    agency_id text not null references agency (id),
    code text not null unique,
    issued_on date not null,
    right_of_appeal text not null,
    bands text[] not null,
    state text not null check (state in ('due', 'kept', 'erased')),
    bytes integer,
    sha256 text,
    made_at timestamptz,
    constraint answer_letter_made check (state <> 'kept' or (bytes is not null and sha256 is not null and made_at is not null))
  )`,
  `create index answer_letter_appeal on answer_letter (appeal_id, id)`,
  // Finds answers whose words are nearly the same, however many there are.
  `create index answer_letter_bands on answer_letter using gin (bands)`,
  `create table answer_template (
    id text primary key,
    language text not null check (language in ('kk', 'ru', 'en')),
    category_id text references category (id),
    name text not null,
    text text not null,
    position integer not null,
    retired_at timestamptz,
    version integer not null default 1
  )`,
]
