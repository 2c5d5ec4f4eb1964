export const statements: readonly string[] = [
  // An appeal is closed exactly where its status says so: a list may then leave out what cannot be in it, unread.
  `alter table appeal add constraint appeal_closed_by_status check ((closed_at is not null)
    = (status in ('answered', 'withdrawn', 'merged', 'terminated', 'leftUnconsidered')))`,
]
