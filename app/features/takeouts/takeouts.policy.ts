import { permits } from '#app/core/access/principal.ts'
import type { Policy } from '#app/core/access/policy.ts'

/** Who decides what each role may takes the region's data along: no other permission reaches as far. */
export const takeoutPolicy: Policy = (principal, allow) => {
  if (permits(principal, 'roles.configure')) allow('export', 'Region')
}
