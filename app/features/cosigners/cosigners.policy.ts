import type { Policy } from '#app/core/access/policy.ts'

/** Who may say who signs an appeal. */
export const cosignerPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('leave', 'Cosigner', { id: { $in: [...principal.grantedIds] } })
  if (principal.kind === 'staff' && principal.roles.includes('dispatcher')) allow('cosign', 'Appeal')
}
