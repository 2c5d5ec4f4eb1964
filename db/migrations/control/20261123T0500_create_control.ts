import { coreTables, identityTables } from '../mechanisms.ts'

export const statements: readonly string[] = [
  `create table tenant (
    slug text primary key,
    schema_name text not null unique,
    role_name text not null unique,
    status text not null check (status in ('active', 'suspended', 'archived')),
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    pack text not null,
    created_at timestamptz not null
  )`,
  `create table tenant_host (
    host text primary key,
    slug text not null references tenant (slug)
  )`,
  `create index tenant_host_slug on tenant_host (slug)`,
  ...identityTables,
  ...coreTables,
  `create table platform_person (
    id text primary key,
    user_id text not null unique references auth_user (id),
    full_name text not null,
    roles text[] not null check (roles <@ array['platformOperator']),
    created_at timestamptz not null
  )`,
  // Counts of tries are worth less than the speed of losing them in a crash.
  `create unlogged table rate_limit (
    key text primary key,
    points integer not null default 0,
    expire bigint
  )`,
  `create table worker_heartbeat (
    worker_id text primary key,
    seen_at timestamptz not null
  )`,
]
