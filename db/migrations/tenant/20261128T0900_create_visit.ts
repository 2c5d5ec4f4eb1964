const names = `name_kk text not null, name_ru text not null, name_en text not null`
const kept = `position integer not null, retired_at timestamptz, version integer not null default 1`

export const statements: readonly string[] = [
  // A queue of a hall: people wait for a service, and desks of its agency call them.
  `create table hall_service (
    id text primary key,
    hall_id text not null references hall (id),
    agency_id text not null references agency (id),
    ${names},
    letter text not null check (letter ~ '^[A-Z]$'),
    promise_minutes integer not null check (promise_minutes between 1 and 480),
    ${kept}
  )`,
  `create unique index hall_service_letter on hall_service (hall_id, letter) where retired_at is null`,
  // Whom a law or the region lets come earlier, and by how much at most.
  `create table priority_group (
    id text primary key,
    ${names},
    credit_minutes integer not null check (credit_minutes between 1 and 60),
    ${kept}
  )`,

  // Locked by whatever moves a queue of the hall, so that no two desks call one person; pages ask whether it has moved.
  `create table hall_state (
    hall_id text primary key references hall (id),
    revision bigint not null
  )`,
  `create table ticket_counter (
    hall_id text not null references hall (id),
    day date not null,
    letter text not null,
    last_number integer not null,
    primary key (hall_id, day, letter)
  )`,
  `create table desk_shift (
    id text primary key,
    desk_id text not null references desk (id),
    hall_id text not null references hall (id),
    staff_id text not null references staff_member (id),
    locales text[] not null check (cardinality(locales) > 0),
    opened_at timestamptz not null,
    paused_at timestamptz,
    closed_at timestamptz
  )`,
  `create unique index desk_shift_one_a_desk on desk_shift (desk_id) where closed_at is null`,
  `create unique index desk_shift_one_a_person on desk_shift (staff_id) where closed_at is null`,

  `create table visit (
    id text primary key,
    hall_id text not null references hall (id),
    day date not null,
    locale text not null check (locale in ('kk', 'ru', 'en')),
    full_name text,
    phone text,
    priority_group_id text references priority_group (id),
    applicant_id text references applicant (id),
    opened_by text references staff_member (id),
    opened_at timestamptz not null,
    closed_at timestamptz,
    submission_key text not null unique
  )`,
  `create index visit_applicant on visit (applicant_id) where applicant_id is not null`,
  `create index visit_phone on visit (phone, id) where phone is not null`,
  `create index visit_named on visit (day) where full_name is not null or phone is not null`,
  `create table ticket (
    id text primary key,
    visit_id text not null references visit (id),
    hall_id text not null references hall (id),
    day date not null,
    service_id text not null references hall_service (id),
    letter text not null,
    number integer not null check (number >= 1),
    status text not null check
      (status in ('waiting', 'called', 'serving', 'held', 'served', 'missed', 'withdrawn')),
    queued_at timestamptz not null,
    credit_minutes integer not null default 0 check (credit_minutes between 0 and 60),
    appointment_at timestamptz,
    desk_id text references desk (id),
    calls integer not null default 0,
    misses integer not null default 0 check (misses between 0 and 2),
    called_at timestamptz,
    away_at timestamptz check (away_at is null or status = 'waiting'),
    ended_at timestamptz,
    version integer not null default 1,
    unique (hall_id, day, letter, number),
    check ((status in ('served', 'missed', 'withdrawn')) = (ended_at is not null)),
    check (status not in ('called', 'serving', 'held') or desk_id is not null)
  )`,
  `create index ticket_visit on ticket (visit_id, id)`,
  // Few are open at a time, whatever the years have brought.
  `create index ticket_open on ticket (hall_id, status) where ended_at is null`,
  // A desk has one person before it.
  `create unique index ticket_one_a_desk on ticket (desk_id) where status in ('called', 'serving', 'held')`,
  // And a person is at one desk.
  `create unique index ticket_one_a_visit on ticket (visit_id) where status in ('called', 'serving', 'held')`,
  // Every minute of a ticket has an owner.
  `create table ticket_span (
    id text primary key,
    ticket_id text not null references ticket (id),
    hall_id text not null references hall (id),
    day date not null,
    service_id text not null references hall_service (id),
    state text not null check (state in ('waiting', 'called', 'serving', 'held')),
    desk_id text references desk (id),
    staff_id text references staff_member (id),
    began_at timestamptz not null,
    ended_at timestamptz check (ended_at >= began_at)
  )`,
  `create unique index ticket_span_open on ticket_span (ticket_id) where ended_at is null`,
  `create index ticket_span_ticket on ticket_span (ticket_id, id)`,
  `create index ticket_span_day on ticket_span (hall_id, day, service_id)`,

  `create table consultation (
    id text primary key,
    visit_id text not null references visit (id),
    ticket_id text not null references ticket (id),
    hall_id text not null references hall (id),
    service_id text not null references hall_service (id),
    agency_id text not null references agency (id),
    desk_id text not null references desk (id),
    staff_id text not null references staff_member (id),
    category_id text references category (id),
    outcome text not null check (outcome in ('answered', 'handedOver', 'appealRegistered', 'referred', 'left')),
    locale text not null check (locale in ('kk', 'ru', 'en')),
    note text not null,
    appeal_id text references appeal (id),
    day date not null,
    created_at timestamptz not null
  )`,
  `create index consultation_visit on consultation (visit_id, id)`,
  `create index consultation_day on consultation (hall_id, day)`,
]
