import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The administrator answers for what the region keeps of people. */
export const erasurePolicy: Policy = (principal, allow) => {
  if (permits(principal, 'people.erase')) allow('erase', 'Applicant')
}
