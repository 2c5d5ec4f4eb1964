import type { Policy } from '#app/core/access/policy.ts'

/** Who may compare regions: the overseer alone. Running the platform is another office, and gives no right to it. */
export const oversightPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'platform' && principal.roles.includes('overseer')) allow('read', 'NationalFigures')
}
