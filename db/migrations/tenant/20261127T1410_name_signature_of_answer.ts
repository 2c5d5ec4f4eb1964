export const statements: readonly string[] = [
  // Which adapter made the signature, and can check it.
  `alter table answer add column signature_method text`,
  `update answer set signature_method = 'inProduct' where content_hash is not null`,
  `alter table answer add constraint answer_signature_named check ((signature_method is null) = (content_hash is null))`,
]
