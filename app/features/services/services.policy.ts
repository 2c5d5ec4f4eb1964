import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** What one may wait for in a hall is public; the administrator configures it. */
export const servicePolicy: Policy = (principal, allow) => {
  allow('read', 'HallService')
  if (permits(principal, 'halls.configure')) allow('configure', 'HallService')
}
