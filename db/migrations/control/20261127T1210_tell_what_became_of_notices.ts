import { deliveryColumns } from '../delivery.ts'

export const statements: readonly string[] = [
  ...deliveryColumns,
  // Which notice a segment belongs to, by the gateway's id of it: a receipt names nothing else. Either may come first.
  `create table sms_segment (
    gateway_id text primary key,
    world text,
    notice_id text,
    state text check (state in ('delivered', 'lost')),
    created_at timestamptz not null,
    check ((world is null) = (notice_id is null))
  )`,
  `create index sms_segment_notice on sms_segment (notice_id) where notice_id is not null`,
]
