import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** By which parts of the region places are told is public; the administrator configures it. */
export const districtPolicy: Policy = (principal, allow) => {
  allow('read', 'District')
  if (permits(principal, 'districts.configure')) allow('configure', 'District')
}
