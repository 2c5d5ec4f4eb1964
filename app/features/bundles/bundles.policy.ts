import type { Policy } from '#app/core/access/policy.ts'

/** Who sees every appeal of the region answers for it before the prosecutor. */
export const bundlePolicy: Policy = (principal, allow) => {
  if (principal.kind !== 'staff') return
  if (principal.roles.includes('dispatcher') || principal.roles.includes('centreHead')) allow('bundle', 'Appeal')
}
