import type { Policy } from '#app/core/access/policy.ts'

/** The administrator configures them. */
export const interpreterPolicy: Policy = (principal, allow) => {
  if (principal.kind === 'staff' && principal.roles.includes('regionAdmin')) allow('configure', 'Interpreter')
}
