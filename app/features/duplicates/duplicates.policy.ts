import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who may say that appeals have to do with each other. */
export const duplicatePolicy: Policy = (principal, allow) => {
  if (permits(principal, 'appeals.relate')) allow('relate', 'Appeal')
}
