/** When somebody else took a second factor away: it must be set up anew, whatever the role. Alike in both kinds of schema. */
export const secondFactorDemand: readonly string[] = [
  `alter table auth_second_factor add column demanded_at timestamptz`,
]
