import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The administrator brings hosts of the region's own; the worker notes what became of them. */
export const domainPolicy: Policy = (principal, allow) => {
  if (permits(principal, 'domain.configure')) allow('configure', 'OwnHost')
}
