export const statements: readonly string[] = [
  `create table settings_mark (
    id text primary key check (id = 'region'),
    version integer not null
  )`,
  `insert into settings_mark (id, version) values ('region', 0)`,
]
