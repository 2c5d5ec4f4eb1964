export const statements: readonly string[] = [
  // A region's first administrator is invited by nobody of it.
  `alter table invitation alter column invited_by drop not null`,
  // Until a region goes live its administrator sets it up, and residents are told that it opens soon.
  `alter table region_profile add column live_at timestamptz`,
  `update region_profile set live_at = updated_at`,
  // What of the way there was looked at, by whom; what is missing is seen in the region itself.
  `create table launch_step (
    step text primary key,
    seen_at timestamptz not null,
    seen_by text not null references staff_member (id)
  )`,
]
