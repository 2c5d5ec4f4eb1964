import type { Policy } from '#app/core/access/policy.ts'
import { permits } from '#app/core/access/principal.ts'

/** The administrator says what each role may. */
export const rolePolicy: Policy = (principal, allow) => {
  if (permits(principal, 'roles.configure')) allow('configure', 'Role')
}
