/**
 * Tables that stand alike in every tenant and in `control`. A change comes as a new migration in both folders;
 * these statements are history and are never edited.
 */
export const identityTables: readonly string[] = [
  `create table auth_user (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null,
    image text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create table auth_session (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index auth_session_user on auth_session (user_id)`,
  `create table auth_account (
    id text primary key,
    account_id text not null,
    provider_id text not null,
    user_id text not null references auth_user (id) on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index auth_account_user on auth_account (user_id)`,
  `create table auth_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index auth_verification_identifier on auth_verification (identifier)`,
]

export const coreTables: readonly string[] = [
  `create table journal (
    id text primary key,
    occurred_at timestamptz not null,
    actor_kind text not null check (actor_kind in ('staff', 'resident', 'platform', 'system')),
    actor_id text,
    event text not null,
    subject_kind text not null,
    subject_id text not null,
    fields text[] not null,
    refs jsonb not null,
    request_id text not null
  )`,
  `create index journal_subject on journal (subject_id, id)`,
  `create table outbox (
    id text primary key,
    event text not null,
    subject_kind text not null,
    subject_id text not null,
    refs jsonb not null,
    created_at timestamptz not null,
    relayed_at timestamptz
  )`,
  `create index outbox_waiting on outbox (created_at) where relayed_at is null`,
  `create table notice (
    id text primary key,
    event_id text not null,
    channel text not null check (channel in ('mail')),
    kind text not null,
    subject_kind text not null,
    subject_id text not null,
    state text not null check (state in ('pending', 'sent', 'undeliverable')),
    attempts integer not null default 0,
    message_id text not null unique,
    created_at timestamptz not null,
    sent_at timestamptz,
    unique (event_id, channel)
  )`,
  `create index notice_subject on notice (subject_id)`,
]

/** Impersonal values of what happened, from which national figures are made and, by replay, made again. */
export const factColumns: readonly string[] = [
  `alter table journal add column facts jsonb not null default '{}'`,
  `alter table outbox add column facts jsonb not null default '{}'`,
]
