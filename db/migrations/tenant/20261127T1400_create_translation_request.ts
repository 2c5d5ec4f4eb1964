export const statements: readonly string[] = [
  // Help for colleagues, never a paper: a draft's words are kept as they stood when it was asked.
  `create table translation_request (
    id text primary key,
    appeal_id text not null references appeal (id),
    kind text not null check (kind in ('appeal', 'draft')),
    draft_agency_id text references agency (id),
    from_language text not null check (from_language in ('kk', 'ru', 'en')),
    to_language text not null check (to_language in ('kk', 'ru', 'en')),
    status text not null check (status in ('open', 'done', 'declined', 'withdrawn')),
    original text,
    translation text not null default '',
    reason text not null default '',
    asked_by text not null references staff_member (id),
    asked_at timestamptz not null,
    closed_by text references staff_member (id),
    closed_at timestamptz,
    submission_key text not null unique,
    constraint translation_request_languages check (from_language <> to_language),
    constraint translation_request_draft check ((kind = 'draft') = (draft_agency_id is not null and original is not null)),
    constraint translation_request_closed check ((status = 'open') = (closed_at is null)),
    constraint translation_request_closed_by check ((status in ('done', 'declined')) = (closed_by is not null))
  )`,
  `create index translation_request_appeal on translation_request (appeal_id, id)`,
  // One open request a thing and pair of languages, however often it is asked.
  `create unique index translation_request_open
    on translation_request (appeal_id, kind, coalesce(draft_agency_id, ''), from_language, to_language)
    where status = 'open'`,
]
