import { factColumns } from '../mechanisms.ts'

const allRoles = `array['receptionist', 'clerk', 'agencyHead', 'dispatcher', 'operator', 'interpreter', 'mediator', 'lawyer',
  'hallManager', 'hotlineSupervisor', 'editor', 'centreHead', 'regionAdmin']`

export const statements: readonly string[] = [
  ...factColumns,
  `alter table staff_member drop constraint staff_member_roles_check`,
  `alter table staff_member add constraint staff_member_roles_check check (roles <@ ${allRoles})`,
  `alter table invitation drop constraint invitation_roles_check`,
  `alter table invitation add constraint invitation_roles_check check (roles <@ ${allRoles})`,
  `create table category (
    id text primary key,
    slug text not null unique,
    agency_id text not null references agency (id),
    legal_kind text not null
      check (legal_kind in ('application', 'complaint', 'report', 'proposal', 'response', 'inquiry')),
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    position integer not null,
    retired_at timestamptz
  )`,
  `create index category_agency on category (agency_id)`,
  // Names are told apart by language, addresses too: a street is called otherwise in each.
  `create table hall (
    id text primary key,
    slug text not null unique,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    address_kk text not null,
    address_ru text not null,
    address_en text not null,
    opening jsonb not null,
    position integer not null,
    retired_at timestamptz
  )`,
  `create table desk (
    id text primary key,
    hall_id text not null references hall (id),
    agency_id text not null references agency (id),
    label text not null,
    position integer not null,
    retired_at timestamptz,
    unique (hall_id, label)
  )`,
  `create index desk_agency on desk (agency_id)`,
  `create table interpreter (
    id text primary key,
    full_name text not null,
    languages text[] not null,
    sign_language boolean not null,
    on_site boolean not null,
    remote boolean not null,
    phone text,
    position integer not null,
    retired_at timestamptz
  )`,
  `alter table appeal drop constraint appeal_status_check`,
  `alter table appeal add constraint appeal_status_check
    check (status in ('registered', 'assigned', 'forwarded', 'awaitingSignature', 'answered', 'withdrawn'))`,
  `alter table appeal add column intent text not null
    check (intent in ('question', 'problem', 'request', 'suggestion', 'complaint')) default 'request'`,
  `alter table appeal add column category_id text references category (id)`,
]
