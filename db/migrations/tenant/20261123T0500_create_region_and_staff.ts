import { coreTables, identityTables } from '../mechanisms.ts'

export const statements: readonly string[] = [
  ...identityTables,
  ...coreTables,
  `create table region_profile (
    id text primary key check (id = 'region'),
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    centre_kk text not null,
    centre_ru text not null,
    centre_en text not null,
    brand_colour text not null check (brand_colour ~ '^#[0-9a-f]{6}$'),
    number_prefix text not null check (number_prefix ~ '^[0-9]{2}$'),
    day_end text not null check (day_end ~ '^[0-2][0-9]:[0-5][0-9]$'),
    time_zone text not null,
    updated_at timestamptz not null
  )`,
  `create table hotline (
    id text primary key,
    number text not null unique,
    kind text not null check (kind in ('landline', 'short')),
    position integer not null
  )`,
  `create table wording (
    id text primary key,
    locale text not null check (locale in ('kk', 'ru', 'en')),
    namespace text not null,
    key text not null,
    text text not null,
    unique (locale, namespace, key)
  )`,
  `create table calendar_day (
    day date primary key,
    kind text not null check (kind in ('nonWorking', 'working')),
    name text
  )`,
  `create table term (
    id text primary key,
    legal_kind text not null
      check (legal_kind in ('application', 'complaint', 'report', 'proposal', 'response', 'inquiry')),
    working_days integer not null check (working_days between 1 and 250),
    applies_from date not null,
    unique (legal_kind, applies_from)
  )`,
  `create table agency (
    id text primary key,
    slug text not null unique,
    level text not null check (level in ('local', 'territorial', 'nonState')),
    position integer not null,
    retired_at timestamptz
  )`,
  `create table agency_name (
    id text primary key,
    agency_id text not null references agency (id),
    valid_from date not null,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    unique (agency_id, valid_from)
  )`,
  `create table staff_member (
    id text primary key,
    user_id text not null unique references auth_user (id),
    full_name text not null,
    roles text[] not null check (roles <@ array['dispatcher', 'clerk', 'regionAdmin']),
    agency_id text references agency (id),
    locale text not null check (locale in ('kk', 'ru', 'en')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    retired_at timestamptz
  )`,
  `create table invitation (
    id text primary key,
    email text not null,
    full_name text not null,
    roles text[] not null check (roles <@ array['dispatcher', 'clerk', 'regionAdmin']),
    agency_id text references agency (id),
    locale text not null check (locale in ('kk', 'ru', 'en')),
    salt text not null,
    submission_key text not null unique,
    invited_by text not null references staff_member (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz
  )`,
]
