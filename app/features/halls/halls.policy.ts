import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Where people may come is public; the administrator configures it. */
export const hallPolicy: Policy = (principal, allow) => {
  allow('read', 'Hall')
  if (permits(principal, 'halls.configure')) allow('configure', 'Hall')
}
