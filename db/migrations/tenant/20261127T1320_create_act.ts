export const statements: readonly string[] = [
  `alter table appeal drop constraint appeal_status_check`,
  `alter table appeal add constraint appeal_status_check
    check (status in ('registered', 'assigned', 'forwarded', 'contested', 'awaitingSignature', 'answered', 'withdrawn',
      'merged', 'terminated', 'leftUnconsidered'))`,

  // Within how much acts must be done, each from a date on (АППК): months of an extension, working days of the rest.
  `create table act_term (
    name text not null check (name in ('extensionMonths', 'noticeDays', 'hearingDays', 'objectionDays')),
    applies_from date not null,
    amount integer not null check (amount between 1 and 250),
    primary key (name, applies_from)
  )`,
  `insert into act_term (name, applies_from, amount) values ('extensionMonths', '2021-07-01', 2)`,
  `insert into act_term (name, applies_from, amount) values ('noticeDays', '2021-07-01', 3)`,
  `insert into act_term (name, applies_from, amount) values ('hearingDays', '2021-07-01', 3)`,
  `insert into act_term (name, applies_from, amount) values ('objectionDays', '2021-07-01', 2)`,

  // A reasoned act on an appeal or on one body's share of it. What is signed is never written again.
  `create table act (
    id text primary key,
    appeal_id text not null references appeal (id),
    assignment_id text references assignment (id),
    agency_id text references agency (id),
    kind text not null
      check (kind in ('extension', 'suspension', 'resumption', 'hearing', 'termination', 'leaving')),
    status text not null check (status in ('drafted', 'approved', 'signed', 'discarded')),
    ground text not null,
    text text not null,
    until_on date,
    from_on date,
    hears_at timestamptz,
    place text,
    earlier_appeal_id text references appeal (id),
    ends_act_id text references act (id),
    submission_key text not null unique,
    drafted_by text not null references staff_member (id),
    drafted_at timestamptz not null,
    return_reason text not null default '',
    approved_by text references staff_member (id),
    approved_at timestamptz,
    signed_by text references staff_member (id),
    signer_name text,
    signer_post text,
    signed_at timestamptz,
    number text,
    signature_method text,
    content_hash text,
    version integer not null default 1,
    constraint act_of_share
      check ((kind in ('extension', 'suspension', 'resumption', 'hearing')) = (assignment_id is not null)),
    constraint act_of_body check ((assignment_id is null) = (agency_id is null)),
    constraint act_until check ((kind in ('extension', 'suspension')) = (until_on is not null)),
    constraint act_hearing check ((kind = 'hearing') = (hears_at is not null and place is not null)),
    constraint act_repeat check ((kind = 'termination') = (earlier_appeal_id is not null)),
    constraint act_resumption check ((kind = 'resumption') = (ends_act_id is not null)),
    constraint act_from
      check (from_on is not null or status <> 'signed' or kind not in ('suspension', 'resumption')),
    constraint act_four_eyes check (approved_by <> drafted_by and signed_by <> drafted_by),
    constraint act_approved check ((approved_by is null) = (approved_at is null)),
    constraint act_signed check ((status = 'signed') = (signed_at is not null)),
    constraint act_signature check (status <> 'signed' or (approved_by is not null and signed_by is not null
      and signer_name is not null and signer_post is not null and number is not null
      and signature_method is not null and content_hash is not null)),
    unique (appeal_id, number)
  )`,
  `create index act_appeal on act (appeal_id, id)`,
  // One act of a kind is prepared at a time; one resumption ends a suspension.
  `create unique index act_one_of_share on act (assignment_id, kind)
    where assignment_id is not null and status in ('drafted', 'approved')`,
  `create unique index act_one_of_appeal on act (appeal_id)
    where assignment_id is null and status in ('drafted', 'approved')`,
  `create unique index act_one_resumption on act (ends_act_id) where status <> 'discarded'`,
  `create index act_waiting on act (drafted_at, id) where status in ('drafted', 'approved')`,
  `create index act_suspended on act (until_on, id) where kind = 'suspension' and status = 'signed'`,

  // Whether the person was told of a signed act, and by when the law wants it.
  `create table act_notice (
    act_id text primary key references act (id),
    appeal_id text not null references appeal (id),
    event_id text,
    notice_by date not null,
    notice_at timestamptz not null,
    state text not null check (state in ('due', 'told', 'late', 'missing')) default 'due',
    told_on date,
    told_way text check (told_way in ('post', 'hand', 'telephone')),
    told_ref text,
    noted_by text references staff_member (id),
    noted_at timestamptz,
    constraint act_notice_by_hand check ((told_on is null) = (told_way is null) and (told_on is null) = (noted_by is null)
      and (told_on is null) = (noted_at is null))
  )`,
  `create index act_notice_appeal on act_notice (appeal_id)`,
  `create index act_notice_open on act_notice (notice_at, act_id) where state in ('due', 'missing')`,
  `create index act_notice_late on act_notice (notice_at, act_id) where state = 'late'`,

  // What the person says to a preliminary decision, and what was said at the hearing.
  `create table act_objection (
    act_id text primary key references act (id),
    appeal_id text not null references appeal (id),
    kind text not null check (kind in ('objects', 'agrees')),
    text text not null,
    submission_key text not null unique,
    created_at timestamptz not null
  )`,
  `create index act_objection_appeal on act_objection (appeal_id)`,
  `create table hearing_protocol (
    act_id text primary key references act (id),
    appeal_id text not null references appeal (id),
    attendance text not null check (attendance in ('came', 'video', 'absent')),
    text text not null,
    kept_by text not null references staff_member (id),
    kept_name text not null,
    kept_at timestamptz not null,
    content_hash text not null
  )`,
  `create index hearing_protocol_appeal on hearing_protocol (appeal_id)`,

  // An act goes out as a letter too. One of the centre itself has no agency.
  `alter table answer_letter alter column answer_id drop not null`,
  `alter table answer_letter alter column agency_id drop not null`,
  `alter table answer_letter add column act_id text references act (id)`,
  `create unique index answer_letter_act on answer_letter (act_id) where act_id is not null`,
  `alter table answer_letter add constraint answer_letter_of check ((answer_id is null) <> (act_id is null))`,
]
