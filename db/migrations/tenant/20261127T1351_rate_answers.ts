export const statements: readonly string[] = [
  // Days of the calendar in which an answer may be rated; working days in which a dispatcher decides about reopening.
  `alter table region_profile
    add column rating_days integer not null check (rating_days between 1 and 90) default 14,
    add column reopening_days integer not null check (reopening_days between 1 and 15) default 3`,
  `create table rating_choice (
    id text primary key,
    meaning text not null check (meaning in ('solved', 'partly', 'notSolved')),
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    position integer not null,
    retired_at timestamptz,
    version integer not null default 1
  )`,
  // Regions that stand already are asked as new ones are, whose pack says how.
  `insert into rating_choice (id, meaning, name_kk, name_ru, name_en, position)
    select c.* from region_profile, (values
      ('00000000-0000-7000-8000-000000000001', 'solved', 'Мәселем шешілді', 'Вопрос решён', 'It is solved', 0),
      ('00000000-0000-7000-8000-000000000002', 'partly', 'Ішінара шешілді', 'Решён частично', 'It is partly solved', 1),
      ('00000000-0000-7000-8000-000000000003', 'notSolved', 'Шешілген жоқ', 'Не решён', 'It is not solved', 2)
    ) as c`,

  // An appeal that is taken up again has another round: its shares, answers and letters of before stay as they are.
  `alter table appeal
    add column round integer not null check (round >= 1) default 1,
    add column reopened_on date`,
  `alter table appeal drop constraint appeal_status_check`,
  `alter table appeal add constraint appeal_status_check
    check (status in
      ('registered', 'assigned', 'forwarded', 'contested', 'awaitingSignature', 'answered', 'withdrawn',
        'merged', 'terminated', 'leftUnconsidered', 'reopenRequested'))`,
  `alter table assignment add column round integer not null check (round >= 1) default 1`,
  // A body that has answered may have it once more.
  `drop index assignment_one_open`,
  `create unique index assignment_one_a_round on assignment (appeal_id, agency_id, round) where withdrawn_at is null`,

  `create table rating (
    id text primary key,
    appeal_id text not null references appeal (id),
    round integer not null,
    choice_id text not null references rating_choice (id),
    meaning text not null check (meaning in ('solved', 'partly', 'notSolved')),
    words text not null,
    submission_key text not null unique,
    created_at timestamptz not null,
    unique (appeal_id, round)
  )`,
  `create table reopening (
    id text primary key,
    appeal_id text not null references appeal (id),
    rating_id text not null unique references rating (id),
    reason text not null,
    created_at timestamptz not null,
    decide_on date not null,
    decide_at timestamptz not null,
    decision text check (decision in ('reopened', 'declined')),
    decided_by text references staff_member (id),
    decision_reason text not null default '',
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null))
  )`,
  `create index reopening_appeal on reopening (appeal_id, id)`,
]
