export const statements: readonly string[] = [
  // What a region says itself of where appeals go; the first rule that takes one suggests.
  `create table routing_rule (
    id text primary key,
    name text not null,
    words text not null,
    places text not null,
    of_category_id text references category (id),
    language text check (language in ('kk', 'ru', 'en')),
    weekdays text[] not null,
    hours_from text,
    hours_to text,
    agency_id text not null references agency (id),
    category_id text references category (id),
    position integer not null,
    retired_at timestamptz,
    version integer not null default 1,
    constraint routing_rule_hours check ((hours_from is null) = (hours_to is null))
  )`,
  // What was learnt of closed appeals. Made anew every night, so it names categories without keeping them in place.
  `create table routing_model (
    id text primary key,
    trained_at timestamptz not null,
    appeals integer not null,
    samples integer not null,
    known integer not null,
    totals jsonb not null
  )`,
  `create table routing_gram (
    gram text primary key,
    counts jsonb not null,
    learning_id text not null
  )`,
  // What a person made of a suggestion.
  `create table routing_choice (
    id text primary key,
    appeal_id text not null references appeal (id),
    about text not null check (about in ('category', 'agency')),
    source text not null check (source in ('rule', 'words', 'ledger', 'category')),
    rule_id text references routing_rule (id),
    category_id text references category (id),
    suggested_id text not null,
    chosen_ids text[] not null,
    outcome text not null check (outcome in ('confirmed', 'overridden')),
    decided_by text not null references staff_member (id),
    decided_at timestamptz not null
  )`,
  `create index routing_choice_decided on routing_choice (decided_at)`,
  `create index routing_choice_appeal on routing_choice (appeal_id)`,
]
