export const statements: readonly string[] = [
  // Only what differs from what code says of a role: the names of permissions are code's, and one that is gone counts for
  // nothing.
  `create table role_permission (
    id text primary key,
    role text not null,
    permission text not null,
    granted boolean not null,
    version integer not null default 1,
    unique (role, permission)
  )`,
]
