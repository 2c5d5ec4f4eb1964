export const statements: readonly string[] = [
  // What an operator asked for so that a region comes to be, and how far it is. Who administers it is emptied once invited.
  `create table region_setup (
    id text primary key,
    submission_key text not null unique,
    slug text not null unique,
    pack text not null,
    hosts text[] not null check (cardinality(hosts) between 1 and 10),
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    number_prefix text not null check (number_prefix ~ '^[0-9]{2}$'),
    population integer not null check (population > 0),
    time_zone text not null,
    admin_name text,
    admin_email text,
    admin_locale text not null check (admin_locale in ('kk', 'ru', 'en')),
    state text not null check (state in ('asked', 'working', 'done', 'failed')),
    step text check (step in ('tables', 'pack', 'directory', 'invitation')),
    problem text,
    asked_by text not null references platform_person (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    done_at timestamptz,
    check ((state = 'done') = (done_at is not null))
  )`,
]
