/**
 * What makes an account safer than its password, alike in every tenant and in `control`. A change comes as a new migration
 * in both folders; these statements are history and are never edited.
 */
export const accountSafetyTables: readonly string[] = [
  `create table auth_device (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    browser text not null,
    system text not null,
    first_seen_at timestamptz not null,
    last_seen_on date not null
  )`,
  `create index auth_device_user on auth_device (user_id)`,
  `alter table auth_session add column device_id text references auth_device (id) on delete set null`,
  `alter table auth_session add column proved_by text
    check (proved_by in ('password', 'code', 'recoveryCode', 'passkey'))`,
  `alter table auth_session add column seen_on date`,
  `create index auth_session_device on auth_session (device_id)`,
  `create table auth_second_factor (
    user_id text primary key references auth_user (id) on delete cascade,
    secret text,
    proposed_secret text,
    last_step integer not null default 0,
    confirmed_at timestamptz,
    updated_at timestamptz not null
  )`,
  `create table auth_recovery_code (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    code_hash text not null,
    created_at timestamptz not null,
    used_at timestamptz,
    unique (user_id, code_hash)
  )`,
  `create table auth_passkey (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    credential_id text not null unique,
    public_key text not null,
    counter bigint not null,
    transports text[] not null,
    name text not null,
    created_at timestamptz not null,
    last_used_on date
  )`,
  `create index auth_passkey_user on auth_passkey (user_id)`,
  `create table auth_challenge (
    id text primary key,
    purpose text not null check (purpose in ('signIn', 'passkeySignIn', 'passkeyAdding')),
    user_id text references auth_user (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index auth_challenge_expiry on auth_challenge (expires_at)`,
  `create index auth_challenge_user on auth_challenge (user_id)`,
]
