export const statements: readonly string[] = [
  `alter table appeal drop constraint appeal_status_check`,
  `alter table appeal add constraint appeal_status_check
    check (status in
      ('registered', 'assigned', 'forwarded', 'contested', 'awaitingSignature', 'answered', 'withdrawn', 'merged'))`,
  // Which appeal goes on in the place of this one.
  `alter table appeal add column merged_into text references appeal (id)`,
  `alter table appeal add constraint appeal_merged check ((status = 'merged') = (merged_into is not null))`,
  `alter table appeal add constraint appeal_not_into_itself check (merged_into <> id)`,
  `create index appeal_merged_into on appeal (merged_into) where merged_into is not null`,
  `create index appeal_point on appeal (place_lat, place_lon) where place_lat is not null`,
  // What an appeal has to do with another, who said so and why; ended, never removed.
  `create table appeal_relation (
    id text primary key,
    appeal_id text not null references appeal (id),
    other_id text not null references appeal (id),
    kind text not null check (kind in ('related', 'repeat', 'merged')),
    reason text not null,
    made_by text not null references staff_member (id),
    made_at timestamptz not null,
    ended_by text references staff_member (id),
    ended_at timestamptz,
    end_reason text not null default '',
    check (appeal_id <> other_id),
    check ((ended_at is null) = (ended_by is null))
  )`,
  `create unique index appeal_relation_pair on appeal_relation
    (least(appeal_id, other_id), greatest(appeal_id, other_id)) where ended_at is null`,
  `create unique index appeal_relation_merged on appeal_relation (appeal_id) where kind = 'merged' and ended_at is null`,
  `create index appeal_relation_appeal on appeal_relation (appeal_id)`,
  `create index appeal_relation_other on appeal_relation (other_id)`,
]
