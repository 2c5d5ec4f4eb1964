export const statements: readonly string[] = [
  // How often an event of a region was counted: once. Ids are the journals' own.
  `create table applied_event (
    region text not null,
    event_id text not null,
    primary key (region, event_id)
  )`,
  // So many appeals of a region stand, in a month, under a measure and a part of it (a channel, an outcome, a number of days).
  `create table appeal_figure (
    region text not null,
    month date not null,
    measure text not null
      check (measure in ('received', 'intent', 'answered', 'answeredOnTime', 'answerDays', 'forwarded', 'withdrawn')),
    part text not null,
    appeals integer not null check (appeals > 0),
    primary key (region, month, measure, part)
  )`,
  `create table region_freshness (
    region text primary key,
    last_event_at timestamptz not null
  )`,
  // When the figures of a region were last held against its journal, and how many of them were wrong.
  `create table figure_proof (
    region text primary key,
    proved_at timestamptz not null,
    differences integer not null
  )`,
]
