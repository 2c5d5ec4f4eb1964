import type { Policy } from '#app/core/access/policy.ts'

/** What one may wait for in a hall is public; the administrator configures it. */
export const servicePolicy: Policy = (principal, allow) => {
  allow('read', 'HallService')
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'HallService')
}
