import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The administrator configures them. */
export const hotlinePolicy: Policy = (principal, allow) => {
  if (permits(principal, 'hotlines.configure')) allow('configure', 'Hotline')
}
