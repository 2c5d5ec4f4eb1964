export const statements: readonly string[] = [
  // In which part of the region an appeal's place lies, as its address tells; null where it tells none.
  `alter table appeal add column district_id text references district (id)`,
  `create index appeal_open_district on appeal (district_id, due_at, id) where closed_at is null`,
  `create index appeal_closed_district on appeal (district_id, closed_at, id) where closed_at is not null`,
  `create index appeal_district on appeal (district_id, id)`,
]
