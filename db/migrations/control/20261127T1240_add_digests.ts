export const statements: readonly string[] = [`alter table journal add column digests jsonb not null default '{}'`]
