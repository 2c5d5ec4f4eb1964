import type { Policy } from '#app/core/access/policy.ts'

/** Where people may come is public; the administrator configures it. */
export const hallPolicy: Policy = (principal, allow) => {
  allow('read', 'Hall')
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'Hall')
}
