import type { Policy } from '#app/core/access/policy.ts'

/** What people may bring is public; the administrator configures it. */
export const categoryPolicy: Policy = (principal, allow) => {
  allow('read', 'Category')
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'Category')
}
