/** Terms worked out by hand over published holidays: registered on, working days, ends on. For tests. */
export const termVectors = [
  ['2026-03-16', 15, '2026-04-09'],
  ['2026-11-23', 3, '2026-11-26'],
  ['2026-11-23', 15, '2026-12-14'],
  ['2026-11-23', 20, '2026-12-22'],
  ['2026-12-28', 15, '2027-01-21'],
  ['2027-03-12', 15, '2027-04-08'],
  // A worked Sunday counts.
  ['2025-01-02', 3, '2025-01-08'],
] as const
