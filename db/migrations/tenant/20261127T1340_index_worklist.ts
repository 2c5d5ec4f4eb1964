export const statements: readonly string[] = [
  // Open appeals by due date, narrowed by what had no index of its own yet.
  `create index appeal_open_kind on appeal (legal_kind, due_at, id) where closed_at is null`,
  // The same in other orders: as they came in, and by number.
  `create index appeal_open_received on appeal (received_at, id) where closed_at is null`,
  `create index appeal_open_number on appeal (number) where closed_at is null`,
  // Closed ones, the last closed first, narrowed by one thing.
  `create index appeal_closed_status on appeal (status, closed_at, id) where closed_at is not null`,
  `create index appeal_closed_kind on appeal (legal_kind, closed_at, id) where closed_at is not null`,
  `create index appeal_closed_category on appeal (category_id, closed_at, id) where closed_at is not null`,
  `create index appeal_closed_language on appeal (language, closed_at, id) where closed_at is not null`,
  // All there ever were.
  `create index appeal_kind on appeal (legal_kind, id)`,
  `create index appeal_received on appeal (received_at, id)`,
  `create index appeal_due on appeal (due_at, id)`,
  // An agency's appeals, and what of its open ones waits for whom.
  `create index assignment_agency on assignment (agency_id, appeal_id)`,
  `create index assignment_ended on assignment (agency_id, appeal_id)
    where answered_at is not null or withdrawn_at is not null`,
  `create index assignment_open_status on assignment (agency_id, status, due_at, appeal_id)
    where withdrawn_at is null and answered_at is null`,
  // What somebody had a hand in, the last thing first.
  `create index journal_actor on journal (actor_id, id) where subject_kind = 'appeal' and actor_kind = 'staff'`,
  // Who calls says from where.
  `create index applicant_phone on applicant (phone) where phone is not null`,
]
