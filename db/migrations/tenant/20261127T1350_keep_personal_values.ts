export const statements: readonly string[] = [
  // What a change made of a person's values, where erasure finds them: the journal has names of fields and hashes alone.
  `create table personal_value (
    id text primary key,
    event_id text not null references journal (id),
    applicant_id text not null references applicant (id),
    field text not null,
    before text,
    after text
  )`,
  `create index personal_value_applicant on personal_value (applicant_id, id)`,
]
