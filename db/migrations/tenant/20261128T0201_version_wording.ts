export const statements: readonly string[] = [
  // Two administrators who reword the same text must not overwrite each other.
  `alter table wording add column version integer not null default 1`,
]
