import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who sees every appeal of the region answers for it before the prosecutor. */
export const bundlePolicy: Policy = (principal, allow) => {
  if (permits(principal, 'appeals.bundle')) allow('bundle', 'Appeal')
}
