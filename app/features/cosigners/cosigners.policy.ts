import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who may say who signs an appeal. */
export const cosignerPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('leave', 'Cosigner', { id: { $in: [...principal.grantedIds] } })
  if (permits(principal, 'appeals.cosign')) allow('cosign', 'Appeal')
}
