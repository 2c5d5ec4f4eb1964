/**
 * What a notice tells of its way, alike in every tenant and in `control`. A change comes as a new migration in both folders;
 * these statements are history and are never edited.
 */
export const deliveryColumns: readonly string[] = [
  `alter table notice drop constraint notice_channel_check`,
  `alter table notice add constraint notice_channel_check check (channel in ('mail', 'sms'))`,
  `alter table notice drop constraint notice_state_check`,
  `alter table notice add constraint notice_state_check
    check (state in ('pending', 'sent', 'delivered', 'undeliverable', 'failed'))`,
  `alter table notice add column segments integer check (segments > 0)`,
  `alter table notice add column tried_at timestamptz`,
  `alter table notice add column delivered_at timestamptz`,
  // Why the last try came to nothing, in our own words: what a far end says may name the person.
  `alter table notice add column failure text`,
  `create index notice_pending on notice (created_at) where state = 'pending'`,
]
