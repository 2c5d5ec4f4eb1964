import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** What people may bring is public; the administrator configures it. */
export const categoryPolicy: Policy = (principal, allow) => {
  allow('read', 'Category')
  if (permits(principal, 'categories.configure')) allow('configure', 'Category')
}
