import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** Who asks for what an appeal lacks, and who brings it. */
export const curePolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('cure', 'Appeal', { id: { $in: [...principal.grantedIds] } })
  if (permits(principal, 'appeals.requestCure')) allow('requestCure', 'Appeal')
}
