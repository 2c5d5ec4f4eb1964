import { providerSignIn } from '../provider-sign-in.ts'

export const statements: readonly string[] = [
  ...providerSignIn,
  // Sealed under a key of the environment, and bound to what it is for: an issuer, an address.
  `create table region_secret (
    purpose text primary key,
    bound_to text not null,
    sealed text not null,
    key_id text not null,
    set_at timestamptz not null,
    set_by text references staff_member (id)
  )`,
  // The akimat's own identity provider: there is one, or none.
  `create table identity_provider (
    id text primary key check (id = 'provider'),
    enabled boolean not null,
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    issuer text not null,
    client_id text not null,
    scopes text not null,
    roles_claim text not null,
    unknown_people text not null check (unknown_people in ('refuse', 'join')),
    own_sign_in boolean not null,
    trusts_factors boolean not null,
    factor_classes text not null,
    version integer not null default 1
  )`,
  // Which role, and for which agency, a word in the provider's claim stands for.
  `create table provider_role (
    id text primary key,
    claim_value text not null,
    role text not null check (role in ('receptionist', 'clerk', 'agencyHead', 'dispatcher', 'operator', 'interpreter',
      'mediator', 'lawyer', 'hallManager', 'hotlineSupervisor', 'editor', 'centreHead', 'regionAdmin')),
    agency_id text references agency (id),
    version integer not null default 1,
    unique (claim_value, role)
  )`,
]
