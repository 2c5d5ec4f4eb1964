import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Which agencies there are is public: it stands on the door of the hall; the administrator configures it. */
export const agencyPolicy: Policy = (principal, allow) => {
  allow('read', 'Agency')
  if (permits(principal, 'agencies.configure')) allow('configure', 'Agency')
}
