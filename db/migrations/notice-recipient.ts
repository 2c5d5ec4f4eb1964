/**
 * Several people are told of one event, alike in every tenant and in `control`. A change comes as a new migration in both
 * folders; these statements are history and are never edited.
 */
export const recipientColumns: readonly string[] = [
  // Empty for whom the subject itself names: the person who brought the appeal, the account, the invited one.
  `alter table notice add column recipient_id text not null default ''`,
  `alter table notice drop constraint notice_event_id_channel_key`,
  `create unique index notice_once on notice (event_id, channel, recipient_id)`,
]
