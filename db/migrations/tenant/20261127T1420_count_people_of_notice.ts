export const statements: readonly string[] = [
  // How many people must be told of an act: who has no address is told by hand, and is counted all the same.
  `alter table act_notice add column people integer not null default 1 check (people >= 0)`,
]
