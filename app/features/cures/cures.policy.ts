import type { Policy } from '#app/core/access/policy.ts'

/** Who asks for what an appeal lacks, and who brings it. */
export const curePolicy: Policy = (principal, allow) => {
  if (principal.kind === 'resident') allow('cure', 'Appeal', { id: { $in: [...principal.grantedIds] } })
  if (principal.kind === 'staff' && principal.roles.includes('dispatcher')) allow('requestCure', 'Appeal')
}
