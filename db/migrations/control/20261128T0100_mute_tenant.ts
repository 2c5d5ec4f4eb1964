export const statements: readonly string[] = [
  // A restored copy must not write to the people of the region that it was taken of.
  `alter table tenant add column muted_at timestamptz`,
  // Of a muted region: what the national directory is told when it may speak.
  `alter table tenant add column population integer`,
]
