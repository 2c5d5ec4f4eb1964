export const statements: readonly string[] = [
  // Whatever way an appeal comes, it stands in one register.
  `alter table appeal drop constraint appeal_channel_check`,
  `alter table appeal add constraint appeal_channel_check
    check (channel in ('portal', 'hall', 'hotline', 'mail', 'post'))`,
  // Who of the staff received an appeal, as it was on the day, and what its envelope said.
  `create table registration (
    appeal_id text primary key references appeal (id),
    registered_by text not null references staff_member (id),
    registrar_name text not null,
    registrar_role text not null,
    outside_number text,
    outside_on date,
    read_back boolean not null,
    threat boolean,
    created_at timestamptz not null
  )`,
  `create index registration_registrar on registration (registered_by, appeal_id)`,
  // What was put right of an appeal's registration: an act of its own, with the values before and after.
  `create table correction (
    id text primary key,
    appeal_id text not null references appeal (id),
    made_by text references staff_member (id),
    ground text not null,
    submission_key text not null unique,
    created_at timestamptz not null
  )`,
  `create index correction_appeal on correction (appeal_id, id)`,
  `create table correction_value (
    correction_id text not null references correction (id),
    field text not null,
    former text,
    present text,
    primary key (correction_id, field)
  )`,
]
