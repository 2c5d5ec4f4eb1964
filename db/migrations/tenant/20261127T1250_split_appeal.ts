export const statements: readonly string[] = [
  // How a region deals with bodies beside its own: days that a link lives, working days to decide whose an appeal is.
  `alter table region_profile
    add column share_link_days integer not null check (share_link_days between 1 and 90) default 14,
    add column contest_days integer not null check (contest_days between 1 and 10) default 1`,
  `alter table agency add column email text`,

  // Each body's share has a life of its own; the appeal's status follows from all of them.
  `alter table assignment
    add column role text not null check (role in ('lead', 'co', 'own')) default 'lead',
    add column status text not null
      check (status in ('open', 'awaitingSignature', 'contested', 'answered', 'redirected', 'withdrawn'))
      default 'open',
    add column part text not null default '',
    add column steps integer not null default 0`,
  `update assignment set role = 'own' where kind = 'forwarded'`,
  `update assignment s set status = case
      when s.answered_at is not null then 'answered'
      when s.withdrawn_at is not null then 'withdrawn'
      when a.status = 'awaitingSignature' then 'awaitingSignature'
      else 'open' end
    from appeal a where a.id = s.appeal_id`,
  `create unique index assignment_one_lead on assignment (appeal_id)
    where role = 'lead' and withdrawn_at is null and answered_at is null`,
  `alter table appeal drop constraint appeal_status_check`,
  `alter table appeal add constraint appeal_status_check
    check (status in
      ('registered', 'assigned', 'forwarded', 'contested', 'awaitingSignature', 'answered', 'withdrawn'))`,

  // Each share has its answer; a body without accounts has no author here, it signs by name and post.
  `alter table answer drop constraint answer_appeal_id_key`,
  `create index answer_appeal on answer (appeal_id)`,
  `create unique index answer_assignment on answer (assignment_id)`,
  `alter table answer alter column author_id drop not null`,
  `alter table attachment add column answer_id text references answer (id)`,

  `create table contest (
    id text primary key,
    appeal_id text not null references appeal (id),
    assignment_id text not null references assignment (id),
    reason text not null,
    right_agency_id text references agency (id),
    contested_by text references staff_member (id),
    contested_name text not null,
    created_at timestamptz not null,
    decide_on date not null,
    decide_at timestamptz not null,
    decision text check (decision in ('kept', 'redirected', 'lapsed')),
    decided_by text references staff_member (id),
    decision_reason text not null default '',
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null))
  )`,
  `create index contest_appeal on contest (appeal_id)`,
  `create unique index contest_one_open on contest (assignment_id) where decided_at is null`,
  // What went to the wrong body first: which, why, and what it cost. It suggests where the next one goes.
  `create table redirect (
    id text primary key,
    appeal_id text not null references appeal (id),
    from_agency_id text not null references agency (id),
    to_agency_id text not null references agency (id),
    category_id text references category (id),
    reason text not null,
    days_lost integer not null check (days_lost >= 0),
    decided_by text not null references staff_member (id),
    created_at timestamptz not null
  )`,
  `create index redirect_category on redirect (category_id, from_agency_id, to_agency_id)`,

  `create table share_link (
    id text primary key,
    assignment_id text not null references assignment (id),
    salt text not null,
    sent_to text,
    created_by text not null references staff_member (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_at timestamptz
  )`,
  `create index share_link_assignment on share_link (assignment_id)`,
  `create unique index share_link_one on share_link (assignment_id) where revoked_at is null`,
  // Which of the person's files go along to a body that sees nothing else.
  `create table share_file (
    assignment_id text not null references assignment (id),
    attachment_id text not null references attachment (id),
    primary key (assignment_id, attachment_id)
  )`,
]
