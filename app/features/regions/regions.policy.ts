import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** What the region is made of, and what was changed of it, is the administrator’s. */
export const regionPolicy: Policy = (principal, allow) => {
  if (permits(principal, 'region.configure')) allow('configure', 'Region')
}
