import type { Policy } from '#app/core/access/policy.ts'

/** Who may say that appeals have to do with each other. */
export const duplicatePolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('dispatcher')) allow('relate', 'Appeal')
}
